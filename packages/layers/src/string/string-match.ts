import { check, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";

/** Whether strings match a regular expression. x: any shape. Output: bool, the same. Work: at least one comparison per string. */
export const stringMatch: LayerType = defineLayerType({
  type: "string-match",
  attributes: z.strictObject({ pattern: z.string().describe("the regular expression") }),
  inputs: { x: "tensor" },

  describe({ inputs: { x } }) {
    check(x.dtype === "string", () => `matches strings, not ${x.dtype}`);
    return { outputs: [{ dtype: "bool", shape: x.shape }], work: { compare: product(x.shape) }, status: "at-least" };
  },
});
