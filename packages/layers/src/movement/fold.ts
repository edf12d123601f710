import { check, defineLayerType, formatShape, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { sizes } from "../size-schema.ts";
import { slide, windowAttributes } from "../spatial/window.ts";

/**
 * Adds blocks that slide over an image together into the image ("col2im"): the opposite of cutting it into blocks.
 *
 * x: [N, C × block elements, blocks], with as many blocks as a window of that size has positions on the image. Output: [N, C, …shape].
 * Work: one add per element of x.
 */
export const fold: LayerType = defineLayerType({
  type: "fold",
  attributes: z.strictObject({
    shape: sizes.describe("size of the image in each spatial dimension"),
    ...windowAttributes,
  }),
  inputs: { x: "tensor" },

  describe({ attributes, inputs: { x } }) {
    const { shape, kernel } = attributes;
    check(x.shape.length === 3, () => `${formatShape(x.shape)} is not batch × block elements × blocks`);
    check(kernel.length === shape.length, () => `blocks of ${kernel.length} dimensions do not make up an image of ${shape.length}`);
    const [batch, rows, columns] = x.shape as [number, number, number];
    const elements = product(kernel);
    check(rows % elements === 0, () => `${rows} rows do not divide into blocks of ${elements} elements`);
    const positions = product(slide(shape, attributes));
    check(columns === positions, () => `there are ${columns} blocks, the image has ${positions}`);
    return { outputs: [{ dtype: x.dtype, shape: [batch, rows / elements, ...shape] }], work: { add: product(x.shape) } };
  },
});
