import { check, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";

/**
 * Puts samples that are the places of blocks together again, which undoes space-to-batch.
 *
 * x: [batch, …blocked, …rest]. Output: [batch / elements of a block, …size · block − crops, …rest].
 */
export const batchToSpace: LayerType = defineLayerType({
  type: "batch-to-space",
  attributes: z.strictObject({
    block: z.array(size.min(1, "must be at least 1")).describe("size of a block in each blocked dimension"),
    crops: z.array(size).optional().describe("elements taken away before each blocked dimension, then after each; 0 where left out"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { block, crops = block.flatMap(() => [0, 0]) }, inputs: { x } }) {
    const rank = block.length;
    check(x.shape.length > rank, () => `${x.shape.length} dimensions do not hold a batch and ${rank} blocked ones`);
    check(crops.length === 2 * rank, () => `${rank} blocked dimensions take ${2 * rank} crops, not ${crops.length}`);
    check(x.shape[0]! % product(block) === 0, () => `a batch of ${x.shape[0]} does not divide into blocks of ${product(block)}`);
    const space = block.map((size, dimension) => {
      const left = x.shape[1 + dimension]! * size - crops[dimension]! - crops[rank + dimension]!;
      check(left >= 0, () => `crops take away more than the ${x.shape[1 + dimension]! * size} of dimension ${1 + dimension}`);
      return left;
    });
    return { outputs: [{ dtype: x.dtype, shape: [x.shape[0]! / product(block), ...space, ...x.shape.slice(1 + rank)] }], work: {} };
  },
});
