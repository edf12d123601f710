import { defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";

/** Replaces elements that stand for what is missing. x: any shape. Output: the same, in place. Work: one comparison per element. */
export const imputer: LayerType = defineLayerType({
  type: "imputer",
  attributes: z.strictObject({}),
  inputs: { x: "tensor" },

  describe: ({ inputs: { x } }) => ({
    outputs: [{ dtype: x.dtype, shape: x.shape }],
    work: { compare: product(x.shape) },
    aliases: [{ output: 0, input: 0, kind: "in-place" }],
  }),
});
