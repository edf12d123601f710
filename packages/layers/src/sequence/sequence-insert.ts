import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { typeOf } from "../value-types/type-of.ts";
import { REFERENCES_ONLY, sequenceOf, sequenceType, withElement } from "./sequence-type.ts";

/**
 * Puts an element into a sequence, before a position or at the end.
 *
 * position: a scalar, negative from the end. Output: the sequence with the element.
 */
export const sequenceInsert: LayerType = defineLayerType({
  type: "sequence-insert",
  attributes: z.strictObject({}),
  inputs: { sequence: "value", element: "value", position: "tensor?" },

  describe({ inputs: { sequence, element, position } }) {
    const type = sequenceOf(sequence, "sequence");
    const { elements } = type;
    const value = position === undefined ? elements?.length : position.values?.[0];
    const added = typeOf(element);
    if (elements === undefined || value === undefined) return { outputs: [withElement(type, added)], ...REFERENCES_ONLY };
    return { outputs: [sequenceType(elements.toSpliced(Number(value), 0, added))], ...REFERENCES_ONLY };
  },
});
