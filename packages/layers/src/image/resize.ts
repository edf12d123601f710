import { check, defineLayerType, type LayerType, product, type Work } from "@modelgauge/core";
import { z } from "zod";
import { sizes } from "../size-schema.ts";

/** Neighbours that one output element is interpolated from, in each resized dimension. */
const NEIGHBOURS = { nearest: 1, linear: 2, cubic: 4 } as const;

/**
 * Resizes dimensions by interpolation: nearest neighbour, linear (bilinear, trilinear) or cubic.
 *
 * x: any shape. Output: `shape`. Work per output element: nearest copies; linear and cubic interpolate one resized dimension after the
 * other, k multiplications and k − 1 adds each, of k = 2 or 4 neighbours (separable interpolation, the least that is needed: counted
 * as if every pass had the output's size). Finding coordinates is not counted: they are the same for all rows.
 */
export const resize: LayerType = defineLayerType({
  type: "resize",
  attributes: z.strictObject({
    shape: sizes.describe("the output's shape"),
    mode: z.enum(["nearest", "linear", "cubic"]).default("nearest").describe("how elements are interpolated"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { shape, mode }, inputs: { x } }) {
    check(shape.length === x.shape.length, () => `the output's shape has ${shape.length} dimensions, the input ${x.shape.length}`);
    return {
      outputs: [{ dtype: x.dtype, shape }],
      work: interpolation(mode, shape.filter((size, axis) => size !== x.shape[axis]).length, product(shape)),
    };
  },
});

function interpolation(mode: keyof typeof NEIGHBOURS, dimensions: number, elements: number): Work {
  const neighbours = NEIGHBOURS[mode];
  if (neighbours === 1) return {};
  return { multiply: elements * dimensions * neighbours, add: elements * dimensions * (neighbours - 1) };
}
