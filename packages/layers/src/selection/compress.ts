import { check, defineLayerType, formatShape, type LayerType, product, resolveAxis } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { partialRead } from "../movement/partial-read.ts";
import { take } from "../values/take.ts";
import { tensorOutput } from "../values/tensor-output.ts";

/**
 * Keeps the slices along an axis, or the elements of the flattened tensor, for which a condition holds.
 *
 * x: any shape. condition: bool [c], of at most as many elements as there are slices; those that it does not name are left out.
 * Output: x's shape with the kept slices along the axis, or [kept]; how many depends on the data, and is at most c.
 * Work: none beyond moving. Traffic: reads the condition and what it keeps.
 */
export const compress: LayerType = defineLayerType({
  type: "compress",
  attributes: z.strictObject({
    axis: axis.optional().describe("axis whose slices are kept, negative from the end; elements of the flattened tensor where left out"),
  }),
  inputs: { x: "tensor", condition: "tensor" },
  growsWith: ["x"],

  describe({ attributes: { axis }, inputs: { x, condition } }) {
    check(
      condition.dtype === "bool" && condition.shape.length === 1,
      () => `the condition must be a vector of bool, not ${condition.dtype} ${formatShape(condition.shape)}`,
    );
    const along = axis === undefined ? undefined : resolveAxis(axis, x.shape.length);
    const candidates = Math.min(condition.shape[0]!, along === undefined ? product(x.shape) : x.shape[along]!);
    const kept = condition.values?.slice(0, candidates).filter((value) => value !== 0).length;
    const shape = along === undefined ? [kept ?? candidates] : x.shape.with(along, kept ?? candidates);
    const output = { dtype: x.dtype, shape };
    return {
      outputs: [{ ...output, ...(kept === undefined && { status: "at-most" as const }) }],
      work: {},
      ...partialRead(output, condition),
    };
  },

  evaluate({ attributes: { axis }, inputs: { x, condition }, outputs }) {
    const kept = condition.values?.flatMap((value, index) => (value === 0 ? [] : [index]));
    if (!kept) return undefined;
    const { shape } = tensorOutput(outputs);
    if (axis === undefined) return [x.values && kept.slice(0, shape[0]).map((index) => x.values![index]!)];
    const along = resolveAxis(axis, x.shape.length);
    return [take(x, shape, (index) => index.with(along, kept[index[along]!]!))];
  },
});
