import { addWork, check, defineLayerType, formatShape, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { split } from "../spatial/layout.ts";
import { INTERPOLATIONS, samplingWork } from "../spatial/sampling.ts";

/**
 * Samples feature maps at the points of a grid (Jaderberg et al., "Spatial transformer networks", 2015).
 *
 * x: [N, C, …spatial], of d spatial dimensions; grid: [N, …output spatial, d], coordinates from −1 to 1. Output: [N, C, …output spatial].
 * Work per point: two adds and two multiplications for each coordinate, to place it among the elements, and what sampling takes.
 */
export const gridSample: LayerType = defineLayerType({
  type: "grid-sample",
  attributes: z.strictObject({
    mode: z.enum(INTERPOLATIONS).default("linear").describe("how values between elements are found"),
  }),
  inputs: { x: "tensor", grid: "tensor" },

  describe({ attributes: { mode }, inputs: { x, grid } }) {
    const { batch, channels, spatial } = split(x.shape, "channels-first");
    const dimensions = spatial.length;
    check(
      grid.shape.length === dimensions + 2 && grid.shape[0] === batch && grid.shape.at(-1) === dimensions,
      () => `grid is ${formatShape(grid.shape)}, not ${batch} × ${dimensions} output sizes × ${dimensions} coordinates`,
    );
    const output = grid.shape.slice(1, -1);
    const places = batch * product(output);
    const coordinates = places * dimensions;
    return {
      outputs: [{ dtype: x.dtype, shape: [batch, channels, ...output] }],
      work: addWork(
        { add: 2 * coordinates, multiply: 2 * coordinates },
        samplingWork(mode, dimensions, { places, reads: places * channels }),
      ),
    };
  },
});
