import { check, defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";
import { take } from "../values/take.ts";
import { tensorOutput } from "../values/tensor-output.ts";

/**
 * Puts the dimensions in another order.
 *
 * x: any shape. Output: its dimension i is the input's dimension permutation[i].
 */
export const transpose: LayerType = defineLayerType({
  type: "transpose",
  attributes: z.strictObject({
    permutation: z
      .array(size)
      .optional()
      .describe("for each dimension of the output, which one of the input it is; reversed where left out"),
  }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  describe({ attributes: { permutation }, inputs: { x } }) {
    const order = resolvePermutation(permutation, x.shape.length);
    return { outputs: [{ dtype: x.dtype, shape: order.map((axis) => x.shape[axis]!) }], work: {} };
  },

  evaluate({ attributes: { permutation }, inputs: { x }, outputs }) {
    const order = resolvePermutation(permutation, x.shape.length);
    return [take(x, tensorOutput(outputs).shape, (index) => order.map((_, axis) => index[order.indexOf(axis)]!))];
  },
});

function resolvePermutation(permutation: readonly number[] | undefined, rank: number): readonly number[] {
  const axes = Array.from({ length: rank }, (_, axis) => axis);
  if (permutation === undefined) return axes.toReversed();
  const complete = permutation.length === rank && axes.every((axis) => permutation.includes(axis));
  check(complete, () => `[${permutation.join(", ")}] is no order of ${rank} dimensions`);
  return permutation;
}
