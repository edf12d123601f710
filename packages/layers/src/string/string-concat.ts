import { broadcast, check, defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { broadcastStrides, mapIndices, positionOf } from "../values/row-major.ts";
import { tensorOutput } from "../values/tensor-output.ts";

/** Joins the strings that stand at the same place. a, b: shapes that broadcast. Output: their broadcast. */
export const stringConcat: LayerType = defineLayerType({
  type: "string-concat",
  attributes: z.strictObject({}),
  inputs: { a: "tensor", b: "tensor" },

  describe({ inputs: { a, b } }) {
    for (const { dtype } of [a, b]) check(dtype === "string", () => `joins strings, not ${dtype}`);
    return { outputs: [{ dtype: "string", shape: broadcast(a.shape, b.shape) }], work: {} };
  },

  evaluate({ inputs: { a, b }, outputs }) {
    if (!a.values || !b.values) return undefined;
    const { shape } = tensorOutput(outputs);
    const [aStrides, bStrides] = [broadcastStrides(a.shape, shape), broadcastStrides(b.shape, shape)];
    return [mapIndices(shape, (index) => `${a.values![positionOf(index, aStrides)]}${b.values![positionOf(index, bStrides)]}`)];
  },
});
