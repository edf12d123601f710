import { bytesOf, check, defineLayerType, formatShape, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";

/**
 * Packs the tokens of padded sequences one after another.
 *
 * x: [B, S, …], lengths: [B]. Outputs: the tokens, [T, …]; where each token and then each padding stood, [B, S]; where each sequence
 * starts, and the end, [B + 1]; the longest length, [1]. T is the sum of the lengths where they are known, else at most B × S.
 * Work: an add for each start, a comparison for the longest.
 */
export const removePadding: LayerType = defineLayerType({
  type: "remove-padding",
  attributes: z.strictObject({}),
  inputs: { x: "tensor", lengths: "tensor" },

  describe({ inputs: { x, lengths } }) {
    check(x.shape.length >= 2, () => `x is ${formatShape(x.shape)}, not batch × length × …`);
    const [batch, length, ...features] = x.shape as [number, number, ...number[]];
    const known = lengths.values?.map(Number);
    const wrong = known?.findIndex((each) => !Number.isInteger(each) || each < 0 || each > length) ?? -1;
    check(wrong < 0, () => `a length of ${lengths.values![wrong]} does not fit ${length} tokens`);
    const tokens = known?.reduce((sum, each) => sum + each, 0);
    const shape = [tokens ?? batch * length, ...features];
    const read = bytesOf(x.dtype, product(shape));
    return {
      outputs: [
        { dtype: x.dtype, shape, ...(tokens === undefined && { status: "at-most" as const }) },
        { dtype: lengths.dtype, shape: [batch, length] },
        { dtype: lengths.dtype, shape: [batch + 1] },
        { dtype: lengths.dtype, shape: [1] },
      ],
      work: { add: batch, compare: batch },
      ...(read !== undefined && { traffic: { read } }),
    };
  },
});
