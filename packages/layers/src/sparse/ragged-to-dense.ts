import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { sizes } from "../size-schema.ts";

/**
 * Lays rows of different lengths out in a tensor, filled up where they end.
 *
 * values: the elements of all rows. fill: what stands behind a row's end. partitions: which tell where rows begin. Output: `shape`.
 */
export const raggedToDense: LayerType = defineLayerType({
  type: "ragged-to-dense",
  attributes: z.strictObject({ shape: sizes.describe("sizes of the output") }),
  inputs: { values: "tensor", fill: "tensor", partitions: "tensors" },

  describe: ({ attributes: { shape }, inputs: { values } }) => ({ outputs: [{ dtype: values.dtype, shape }], work: {} }),
});
