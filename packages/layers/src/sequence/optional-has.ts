import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { REFERENCES_ONLY } from "./sequence-type.ts";

/** Whether there is a value: none where the input is missing, or an optional that is empty. Output: a bool scalar. */
export const optionalHas: LayerType = defineLayerType({
  type: "optional-has",
  attributes: z.strictObject({}),
  inputs: { value: "value?" },

  describe: () => ({ outputs: [{ dtype: "bool", shape: [] }], ...REFERENCES_ONLY }),

  evaluate({ inputs: { value } }) {
    const present = value?.kind === "optional" ? value.present : value !== undefined;
    return [present === undefined ? undefined : [present ? 1 : 0]];
  },
});
