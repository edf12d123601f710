import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { typeOf } from "../value-types/type-of.ts";
import { placeIn, REFERENCES_ONLY, sequenceOf, sequenceType, withElement } from "./sequence-type.ts";

/**
 * Puts an element in the place of another.
 *
 * position: a scalar, negative from the end. Output: the sequence with the element.
 */
export const sequenceReplace: LayerType = defineLayerType({
  type: "sequence-replace",
  attributes: z.strictObject({}),
  inputs: { sequence: "value", position: "tensor", element: "value" },

  describe({ inputs: { sequence, position, element } }) {
    const type = sequenceOf(sequence, "sequence");
    const place = type.elements && placeIn(position, type.elements.length);
    const added = typeOf(element);
    return {
      outputs: [place === undefined ? withElement(type, added) : sequenceType(type.elements!.with(place, added))],
      ...REFERENCES_ONLY,
    };
  },
});
