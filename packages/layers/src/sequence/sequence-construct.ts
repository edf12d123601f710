import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { typeOf } from "../value-types/type-of.ts";
import { REFERENCES_ONLY, sequenceType } from "./sequence-type.ts";

/** Makes a sequence of its inputs. xs: values. Output: the sequence, which holds them without copying. */
export const sequenceConstruct: LayerType = defineLayerType({
  type: "sequence-construct",
  attributes: z.strictObject({}),
  inputs: { xs: "values" },

  describe: ({ inputs: { xs } }) => ({
    outputs: [sequenceType(xs.flatMap((x) => (x === undefined ? [] : [typeOf(x)])))],
    ...REFERENCES_ONLY,
  }),
});
