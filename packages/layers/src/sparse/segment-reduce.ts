import { check, defineLayerType, formatShape, isInteger, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { partialRead } from "../movement/partial-read.ts";

/**
 * Looks up rows of a table, and adds up, or averages, those of one segment.
 *
 * x: [rows, …]. indices: [n], the rows taken. segments: [n], for each of these the segment it belongs to, in rising order. Output:
 * [segments, …], as many as the last one tells; where this is not known, an estimate: as many as rows are taken.
 * Work: an add per element taken; to average, a division per element of the output. Traffic: reads the rows that it takes.
 */
export const segmentReduce: LayerType = defineLayerType({
  type: "segment-reduce",
  attributes: z.strictObject({ function: z.enum(["sum", "mean"]).describe("how the rows of a segment are combined") }),
  inputs: { x: "tensor", indices: "tensor", segments: "tensor" },

  describe({ attributes: { function: name }, inputs: { x, indices, segments } }) {
    check(x.shape.length > 0, "a scalar has no rows");
    const vectors = [indices, segments].every(({ dtype, shape }) => isInteger(dtype) && shape.length === 1);
    check(
      vectors && indices.shape[0] === segments.shape[0],
      () => `there are indices of ${formatShape(indices.shape)} and segments of ${formatShape(segments.shape)}`,
    );
    const taken = indices.shape[0]!;
    const count = taken === 0 ? 0 : segments.values && Math.max(0, Number(segments.values.at(-1)) + 1);
    const row = x.shape.slice(1);
    const output = { dtype: x.dtype, shape: [count ?? taken, ...row] };
    return {
      outputs: [{ ...output, ...(count === undefined && { status: "estimate" as const }) }],
      work: { add: taken * product(row), ...(name === "mean" && { divide: product(output.shape) }) },
      ...partialRead({ dtype: x.dtype, shape: [taken, ...row] }, indices, segments),
    };
  },
});
