import { check, defineLayerType, formatShape, type LayerType } from "@modelgauge/core";
import { z } from "zod";

/**
 * Keeps a band of diagonals of each matrix and sets all else to zero: an upper or lower triangle where it is open to one side.
 *
 * x: […, rows, columns]. Output: the same. Diagonal k holds the elements with column − row = k; 0 is the main one.
 */
export const triangular: LayerType = defineLayerType({
  type: "triangular",
  attributes: z.strictObject({
    from: z.int().optional().describe("lowest diagonal that is kept; all from the bottom left where left out"),
    to: z.int().optional().describe("highest diagonal that is kept; all to the top right where left out"),
  }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  describe({ inputs: { x } }) {
    check(x.shape.length >= 2, () => `${formatShape(x.shape)} holds no matrices`);
    return { outputs: [{ dtype: x.dtype, shape: x.shape }], work: {} };
  },

  evaluate({ attributes: { from = -Infinity, to = Infinity }, inputs: { x } }) {
    const [rows, columns] = x.shape.slice(-2) as [number, number];
    return [
      x.values?.map((value, position) => {
        const diagonal = (position % columns) - (Math.floor(position / columns) % rows);
        return diagonal >= from && diagonal <= to ? value : 0;
      }),
    ];
  },
});
