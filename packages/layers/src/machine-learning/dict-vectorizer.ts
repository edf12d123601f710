import { check, defineLayerType, isTensorType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";

/** The values of a map at the keys of a vocabulary, 0 where it lacks one. x: a map. Output: [1, columns] in the dtype of its values. Work: one hash per key. */
export const dictVectorizer: LayerType = defineLayerType({
  type: "dict-vectorizer",
  attributes: z.strictObject({ columns: size.describe("keys of the vocabulary") }),
  inputs: { x: "value" },

  describe({ attributes: { columns }, inputs: { x } }) {
    check(x.kind === "map", () => `input "x" is a ${x.kind ?? "tensor"}, not a map`);
    check(x.value !== undefined && isTensorType(x.value), "the map does not hold single elements");
    return { outputs: [{ dtype: x.value.dtype, shape: [1, columns] }], work: { hash: columns } };
  },
});
