import { check, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";

/** Rewrites strings where they match a regular expression. x: any shape. Output: the same. Work: at least one comparison per string. */
export const stringReplace: LayerType = defineLayerType({
  type: "string-replace",
  attributes: z.strictObject({
    pattern: z.string().describe("the regular expression"),
    replacement: z.string().describe("what stands in place of a match"),
  }),
  inputs: { x: "tensor" },

  describe({ inputs: { x } }) {
    check(x.dtype === "string", () => `rewrites strings, not ${x.dtype}`);
    return { outputs: [{ dtype: "string", shape: x.shape }], work: { compare: product(x.shape) }, status: "at-least" };
  },
});
