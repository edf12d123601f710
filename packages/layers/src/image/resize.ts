import { check, defineLayerType, type LayerType, product, type Shape, type Work } from "@modelgauge/core";
import { z } from "zod";
import { sizes } from "../size-schema.ts";
import { join, layoutAttribute, split } from "../spatial/layout.ts";
import { type Interpolation, INTERPOLATIONS, NEIGHBOURS } from "../spatial/sampling.ts";

const shape = sizes.describe("the output's shape");
const others = {
  mode: z.enum(INTERPOLATIONS).default("nearest").describe("how elements are interpolated"),
  antialias: z.boolean().default(false).describe("whether shrinking takes in all elements that it passes over"),
};

/**
 * Resizes dimensions by interpolation: nearest neighbour, linear (bilinear, trilinear) or cubic.
 *
 * x: any shape. Output: `shape`. Work per output element: the nearest neighbour is copied; else a weighted sum of k neighbours, k
 * multiplications and k − 1 adds: 2 (linear) or 4 (cubic) in each resized dimension, all combined. Antialiasing widens the neighbourhood
 * by the scale of dimensions that shrink. Coordinates and weights are the same for all rows, and not counted.
 */
export const resize: LayerType = defineLayerType({
  type: "resize",
  attributes: z.strictObject({ shape, ...others }),
  inputs: { x: "tensor" },

  shorthand: {
    attributes: z.strictObject({
      shape: shape.optional(),
      scale: z
        .union([z.number().positive(), z.array(z.number().positive())])
        .optional()
        .describe("in place of `shape`: factor of the spatial dimensions, all or each; sizes are rounded down"),
      layout: layoutAttribute.describe("with `scale`: whether channels stand right after the batch, or last"),
      ...others,
    }),
    expand({ shape, scale, layout, ...rest }, { x }) {
      check((shape === undefined) !== (scale === undefined), "give either shape or scale");
      if (scale === undefined) return { shape, ...rest };
      const maps = split(x.shape, layout, typeof scale === "number" ? undefined : scale.length);
      const spatial = maps.spatial.map((size, axis) => Math.floor(size * (typeof scale === "number" ? scale : scale[axis]!)));
      return { shape: join({ ...maps, spatial }, layout), ...rest };
    },
  },

  describe({ attributes: { shape, mode, antialias }, inputs: { x } }) {
    check(shape.length === x.shape.length, () => `the output's shape has ${shape.length} dimensions, the input ${x.shape.length}`);
    return {
      outputs: [{ dtype: x.dtype, shape }],
      work: mode === "nearest" ? {} : interpolation(x.shape, shape, mode, antialias),
    };
  },
});

function interpolation(from: Shape, to: Shape, mode: Interpolation, antialias: boolean): Work {
  const neighbours = from.map((size, axis) => {
    if (size === to[axis]) return 1;
    const shrinkage = antialias && to[axis]! > 0 ? Math.max(1, size / to[axis]!) : 1;
    return Math.ceil(NEIGHBOURS[mode] * shrinkage);
  });
  const elements = product(to);
  return { multiply: elements * product(neighbours), add: elements * (product(neighbours) - 1) };
}
