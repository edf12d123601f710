import { check, defineLayerType, type LayerType, type OutputType } from "@modelgauge/core";
import { z } from "zod";
import { mergeTypes } from "../value-types/merge-types.ts";
import { typeOf } from "../value-types/type-of.ts";

/**
 * Hands on whichever of its inputs arrives: where the paths of a choice meet again. Outputs: the value; which of the inputs it is, a
 * scalar. Where inputs differ in a size, the larger one, an upper bound.
 */
export const merge: LayerType = defineLayerType({
  type: "merge",
  attributes: z.strictObject({}),
  inputs: { values: "values" },

  describe({ inputs: { values } }) {
    const types = values.filter((value) => value !== undefined).map((value): OutputType => typeOf(value));
    check(types.length > 0, "merges nothing");
    return { outputs: [types.reduce(mergeTypes), { dtype: "int32", shape: [] }], work: {}, traffic: { read: 0, write: 0 } };
  },
});
