import { defineLayerType, DTYPES, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";

/** Replaces each element by what a table holds for it. x: any shape. Output: the same, in `dtype`. Work: one hash per element. */
export const lookupTable: LayerType = defineLayerType({
  type: "lookup-table",
  attributes: z.strictObject({ dtype: z.enum(DTYPES).describe("dtype of what the table holds") }),
  inputs: { x: "tensor" },

  describe: ({ attributes: { dtype }, inputs: { x } }) => ({ outputs: [{ dtype, shape: x.shape }], work: { hash: product(x.shape) } }),
});
