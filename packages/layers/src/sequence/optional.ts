import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { typeOf } from "../value-types/type-of.ts";
import { REFERENCES_ONLY } from "./sequence-type.ts";

/** Wraps a value as one that may be absent; without an input, an absent one. Output: the optional. */
export const optional: LayerType = defineLayerType({
  type: "optional",
  attributes: z.strictObject({}),
  inputs: { value: "value?" },

  describe: ({ inputs: { value } }) => ({
    outputs: [value === undefined ? { kind: "optional", present: false } : { kind: "optional", element: typeOf(value), present: true }],
    ...REFERENCES_ONLY,
  }),
});
