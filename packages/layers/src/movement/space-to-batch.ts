import { check, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";

/**
 * Cuts the dimensions after the first into blocks, and makes each place in a block a sample of its own.
 *
 * x: [batch, …blocked, …rest]. Output: [batch · elements of a block, …(size + pads) / block, …rest].
 */
export const spaceToBatch: LayerType = defineLayerType({
  type: "space-to-batch",
  attributes: z.strictObject({
    block: z.array(size.min(1, "must be at least 1")).describe("size of a block in each blocked dimension"),
    pads: z.array(size).optional().describe("zeros added before each blocked dimension, then after each; 0 where left out"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { block, pads = block.flatMap(() => [0, 0]) }, inputs: { x } }) {
    const rank = block.length;
    check(x.shape.length > rank, () => `${x.shape.length} dimensions do not hold a batch and ${rank} blocked ones`);
    check(pads.length === 2 * rank, () => `${rank} blocked dimensions take ${2 * rank} pads, not ${pads.length}`);
    const blocks = block.map((size, dimension) => {
      const padded = x.shape[1 + dimension]! + pads[dimension]! + pads[rank + dimension]!;
      check(padded % size === 0, () => `blocks of ${size} do not divide dimension ${1 + dimension}, of padded size ${padded}`);
      return padded / size;
    });
    return { outputs: [{ dtype: x.dtype, shape: [x.shape[0]! * product(block), ...blocks, ...x.shape.slice(1 + rank)] }], work: {} };
  },
});
