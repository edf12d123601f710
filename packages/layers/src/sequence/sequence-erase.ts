import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { placeIn, REFERENCES_ONLY, sequenceOf, sequenceType, withElement } from "./sequence-type.ts";

/**
 * Takes an element out of a sequence, the last one where no position is told.
 *
 * position: a scalar, negative from the end. Output: the sequence without the element.
 */
export const sequenceErase: LayerType = defineLayerType({
  type: "sequence-erase",
  attributes: z.strictObject({}),
  inputs: { sequence: "value", position: "tensor?" },

  describe({ inputs: { sequence, position } }) {
    const type = sequenceOf(sequence, "sequence");
    const { elements } = type;
    const place = elements && (position === undefined ? elements.length - 1 : placeIn(position, elements.length));
    return {
      outputs: [place === undefined || place < 0 ? withElement(type, undefined) : sequenceType(elements!.toSpliced(place, 1))],
      ...REFERENCES_ONLY,
    };
  },
});
