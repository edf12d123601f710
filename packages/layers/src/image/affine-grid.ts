import { check, defineLayerType, formatShape, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { sizes } from "../size-schema.ts";

/**
 * The points at which an affinely transformed image is sampled (Jaderberg et al., "Spatial transformer networks", 2015).
 *
 * theta: [N, d, d + 1], a matrix for each sample. Output: [N, …sizes, d], of d sizes.
 * Work per coordinate of the output: d multiplications and d adds.
 */
export const affineGrid: LayerType = defineLayerType({
  type: "affine-grid",
  attributes: z.strictObject({
    sizes: sizes.describe("points in each spatial dimension"),
  }),
  inputs: { theta: "tensor" },

  describe({ attributes: { sizes: points }, inputs: { theta } }) {
    const dimensions = points.length;
    const [batch, rows, columns] = theta.shape;
    check(
      theta.shape.length === 3 && rows === dimensions && columns === dimensions + 1,
      () => `theta is ${formatShape(theta.shape)}, not N×${dimensions}×${dimensions + 1}`,
    );
    const shape = [batch!, ...points, dimensions];
    const work = product(shape) * dimensions;
    return { outputs: [{ dtype: theta.dtype, shape }], work: { multiply: work, add: work } };
  },
});
