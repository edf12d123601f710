import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { typeOf } from "../value-types/type-of.ts";

/** Hands its input on by one of two paths, as a condition tells. Outputs: where it is false; where it is true. Views of the input. */
export const switchLayer: LayerType = defineLayerType({
  type: "switch",
  attributes: z.strictObject({}),
  inputs: { x: "value", condition: "tensor" },
  growsWith: ["x"],

  describe: ({ inputs: { x } }) => ({
    outputs: [typeOf(x), typeOf(x)],
    work: {},
    aliases: [
      { output: 0, input: 0, kind: "view" },
      { output: 1, input: 0, kind: "view" },
    ],
  }),

  evaluate: ({ inputs: { x } }) => [x.values, x.values],
});
