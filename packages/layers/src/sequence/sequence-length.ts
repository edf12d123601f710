import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { REFERENCES_ONLY, sequenceOf } from "./sequence-type.ts";

/** How many elements a sequence has. Output: a scalar. */
export const sequenceLength: LayerType = defineLayerType({
  type: "sequence-length",
  attributes: z.strictObject({ dtype: z.enum(["int64", "int32"]).default("int64").describe("dtype of the count") }),
  inputs: { sequence: "value" },

  describe({ attributes: { dtype }, inputs: { sequence } }) {
    sequenceOf(sequence, "sequence");
    return { outputs: [{ dtype, shape: [] }], ...REFERENCES_ONLY };
  },

  evaluate({ inputs: { sequence } }) {
    const { elements } = sequenceOf(sequence, "sequence");
    return [elements && [elements.length]];
  },
});
