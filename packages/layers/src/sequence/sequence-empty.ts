import { check, defineLayerType, DTYPES, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { size, sizes } from "../size-schema.ts";
import { REFERENCES_ONLY, repeatedElement, sequenceType } from "./sequence-type.ts";

/** A sequence without elements, or with so many that are yet to be set. Output: the sequence. */
export const sequenceEmpty: LayerType = defineLayerType({
  type: "sequence-empty",
  attributes: z.strictObject({
    dtype: z.enum(DTYPES).default("float32").describe("dtype of the elements that are reserved"),
    shape: sizes.optional().describe("sizes of each element that is reserved"),
    length: size.default(0).describe("how many elements are reserved"),
  }),
  inputs: {},

  describe({ attributes: { dtype, shape, length } }) {
    check(length === 0 || shape !== undefined, "elements that are reserved have a shape");
    return { outputs: [shape === undefined ? sequenceType([]) : repeatedElement({ dtype, shape }, length)], ...REFERENCES_ONLY };
  },
});
