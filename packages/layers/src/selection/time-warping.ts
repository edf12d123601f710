import { check, defineLayerType, formatShape, type LayerType } from "@modelgauge/core";
import { z } from "zod";

/**
 * Dynamic time warping (Sakoe and Chiba, 1978): the cheapest way through a matrix of costs from its first element to its last, in steps
 * down, right, or both.
 *
 * cost: [M, N], or [1, M, N]. Output: rows and columns along the way, [2, L]; L depends on the costs and is at most M + N − 1.
 * Work: per element, two comparisons that find the cheapest way to it and an add; the way back takes two comparisons a step.
 */
export const timeWarping: LayerType = defineLayerType({
  type: "time-warping",
  attributes: z.strictObject({
    dtype: z.enum(["int32", "int64"]).default("int32").describe("dtype of the rows and columns"),
  }),
  inputs: { cost: "tensor" },

  describe({ attributes: { dtype }, inputs: { cost } }) {
    const shape = cost.shape.length === 3 && cost.shape[0] === 1 ? cost.shape.slice(1) : cost.shape;
    check(shape.length === 2 && !shape.includes(0), () => `the costs are ${formatShape(cost.shape)}, no matrix`);
    const [rows, columns] = shape as [number, number];
    const steps = rows + columns - 1;
    return {
      outputs: [{ dtype, shape: [2, steps], ...(rows > 1 && columns > 1 && { status: "at-most" as const }) }],
      work: { compare: 2 * rows * columns + 2 * steps, add: rows * columns },
      ...(rows > 1 && columns > 1 && { status: "at-most" as const }),
    };
  },
});
