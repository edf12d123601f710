import { check, defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { typeOf } from "../value-types/type-of.ts";
import { REFERENCES_ONLY } from "./sequence-type.ts";

/** The value that an optional holds; a value that is no optional is itself. Output: the value. */
export const optionalGet: LayerType = defineLayerType({
  type: "optional-get",
  attributes: z.strictObject({}),
  inputs: { value: "value" },
  growsWith: ["value"],

  describe({ inputs: { value } }) {
    const type = typeOf(value);
    if (type.kind !== "optional") return { outputs: [type], ...REFERENCES_ONLY };
    check(type.present !== false, "the optional is empty");
    check(type.element !== undefined, "nothing is known of what the optional holds");
    return { outputs: [type.element], ...REFERENCES_ONLY };
  },

  evaluate: ({ inputs: { value } }) => [value.values],
});
