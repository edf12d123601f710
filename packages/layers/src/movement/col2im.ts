import { check, defineLayerType, formatShape, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { sizes } from "../size-schema.ts";
import { slide, windowAttributes } from "../spatial/window.ts";

/**
 * Adds up the columns of a sliding window into the image that they would come from.
 *
 * x: [N, C · elements of the window, positions of the window]. Output: [N, C, …image]. Work: one add per element of x.
 */
export const col2im: LayerType = defineLayerType({
  type: "col2im",
  attributes: z.strictObject({ imageShape: sizes.describe("size of the image in each spatial dimension"), ...windowAttributes }),
  inputs: { x: "tensor" },

  describe({ attributes: { imageShape, kernel, strides, dilations, pads }, inputs: { x } }) {
    const [batch, columns, positions] = x.shape;
    check(
      x.shape.length === 3 && columns! % product(kernel) === 0,
      () => `${formatShape(x.shape)} does not hold columns of ${product(kernel)} elements`,
    );
    const expected = product(slide(imageShape, { kernel, strides, dilations, pads }));
    check(positions === expected, () => `there are ${positions} columns, a window over ${formatShape(imageShape)} has ${expected}`);
    return {
      outputs: [{ dtype: x.dtype, shape: [batch!, columns! / product(kernel), ...imageShape] }],
      work: { add: product(x.shape) },
    };
  },
});
