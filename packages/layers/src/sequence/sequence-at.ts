import { check, defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { placeIn, REFERENCES_ONLY, sequenceOf, sharedElement } from "./sequence-type.ts";

/**
 * One element of a sequence.
 *
 * position: a scalar, negative from the end. Output: the element; where the position is not known, what all elements have in common.
 */
export const sequenceAt: LayerType = defineLayerType({
  type: "sequence-at",
  attributes: z.strictObject({}),
  inputs: { sequence: "value", position: "tensor" },

  describe({ inputs: { sequence, position } }) {
    const type = sequenceOf(sequence, "sequence");
    const place = type.elements && placeIn(position, type.elements.length);
    const element = place === undefined ? sharedElement(type) : type.elements![place]!;
    check(element !== undefined, "nothing is known of the sequence's elements");
    return { outputs: [element], ...REFERENCES_ONLY };
  },
});
