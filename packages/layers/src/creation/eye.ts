import { defineLayerType, DTYPES, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";

/** A matrix with ones on one diagonal, and zeros elsewhere. Output: [rows, columns]. */
export const eye: LayerType = defineLayerType({
  type: "eye",
  attributes: z.strictObject({
    rows: size.describe("number of rows"),
    columns: size.describe("number of columns"),
    diagonal: z.int().default(0).describe("column − row of the ones"),
    dtype: z.enum(DTYPES).exclude(["string"]).default("float32").describe("dtype of the output"),
  }),
  inputs: {},

  describe: ({ attributes: { rows, columns, dtype } }) => ({ outputs: [{ dtype, shape: [rows, columns] }], work: {} }),

  evaluate: ({ attributes: { rows, columns, diagonal } }) => [
    Array.from({ length: rows * columns }, (_, place) => ((place % columns) - Math.floor(place / columns) === diagonal ? 1 : 0)),
  ],
});
