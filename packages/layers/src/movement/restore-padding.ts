import { check, defineLayerType, formatShape, type LayerType } from "@modelgauge/core";
import { z } from "zod";

/**
 * Puts packed tokens back into padded sequences, and zeros between them: the inverse of `remove-padding`.
 *
 * x: [T, …]. offsets: [B, S], where each token and then each padding belongs. Output: [B, S, …].
 */
export const restorePadding: LayerType = defineLayerType({
  type: "restore-padding",
  attributes: z.strictObject({}),
  inputs: { x: "tensor", offsets: "tensor" },

  describe({ inputs: { x, offsets } }) {
    check(offsets.shape.length === 2, () => `the offsets are ${formatShape(offsets.shape)}, not batch × length`);
    return { outputs: [{ dtype: x.dtype, shape: [...offsets.shape, ...x.shape.slice(1)] }], work: {} };
  },
});
