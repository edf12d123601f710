import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { typeOf } from "../value-types/type-of.ts";

/** Hands a value of any kind on as it is. A view: it costs nothing. */
export const identity: LayerType = defineLayerType({
  type: "identity",
  attributes: z.strictObject({}),
  inputs: { x: "value" },
  growsWith: ["x"],

  describe: ({ inputs: { x } }) => ({
    outputs: [typeOf(x)],
    work: {},
    aliases: [{ output: 0, input: 0, kind: "view" }],
  }),

  evaluate: ({ inputs: { x } }) => [x.values],
});
