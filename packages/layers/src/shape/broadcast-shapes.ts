import { broadcast, check, defineLayerType, formatShape, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { toScalar } from "../values/integers.ts";

/**
 * The shape that two shapes broadcast to, as a vector of sizes.
 *
 * a, b: vectors of sizes. Output: as long as the longer one.
 */
export const broadcastShapes: LayerType = defineLayerType({
  type: "broadcast-shapes",
  attributes: z.strictObject({}),
  inputs: { a: "tensor", b: "tensor" },
  growsWith: ["a", "b"],

  describe({ inputs: { a, b } }) {
    for (const { shape } of [a, b]) check(shape.length === 1, () => `${formatShape(shape)} is no vector of sizes`);
    return { outputs: [{ dtype: a.dtype, shape: [Math.max(a.shape[0]!, b.shape[0]!)] }], work: {} };
  },

  evaluate: ({ inputs: { a, b } }) => [
    a.values && b.values && broadcast(a.values.map(Number), b.values.map(Number)).map((size) => toScalar(BigInt(size))),
  ],
});
