import { defineLayerType, DTYPES, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { partialRead } from "../movement/partial-read.ts";
import { sizes } from "../size-schema.ts";

/**
 * Takes a value out of the store that a handle stands for: an element of a list, or, copied, several of them stacked or joined.
 *
 * handle: a scalar; positions: which elements. Output: `shape` in `dtype`. Traffic: one element is referred to; what is copied is read once.
 */
export const handleRead: LayerType = defineLayerType({
  type: "handle-read",
  attributes: z.strictObject({
    dtype: z.enum(DTYPES).describe("dtype of the output"),
    shape: sizes.describe("sizes of the output"),
    copy: z.boolean().default(false).describe("whether elements are copied into the output"),
  }),
  inputs: { handle: "tensor", positions: "tensors" },

  describe({ attributes: { dtype, shape, copy } }) {
    const output = { dtype, shape };
    return { outputs: [output], work: {}, ...(copy ? partialRead(output) : { traffic: { read: 0, write: 0 } }) };
  },
});
