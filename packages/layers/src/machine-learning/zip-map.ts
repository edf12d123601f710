import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { repeatedElement } from "../sequence/sequence-type.ts";
import { samplesOf } from "./labels.ts";

/** A map from labels to scores for each sample. x: [samples, classes], or [classes]. Output: a sequence of maps. */
export const zipMap: LayerType = defineLayerType({
  type: "zip-map",
  attributes: z.strictObject({ key: z.enum(["int64", "string"]).describe("dtype of the labels") }),
  inputs: { x: "tensor" },

  describe: ({ attributes: { key }, inputs: { x } }) => ({
    outputs: [repeatedElement({ kind: "map", key, value: { dtype: x.dtype, shape: [] } }, samplesOf(x.shape).samples)],
    work: {},
  }),
});
