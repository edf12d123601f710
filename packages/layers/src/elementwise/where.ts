import { broadcast, check, defineLayerType, type LayerType, product, type Values } from "@modelgauge/core";
import { z } from "zod";
import { commonDtype } from "../common-dtype.ts";
import { broadcastStrides, mapIndices, positionOf } from "../values/row-major.ts";
import { tensorOutput } from "../values/tensor-output.ts";

/**
 * Takes each element from one of two tensors, as a condition tells.
 *
 * condition (bool), a, b: any shapes that broadcast. Output: the broadcast shape, in the dtype of a and b.
 * Work: one selection (`compare`) per output element.
 */
export const where: LayerType = defineLayerType({
  type: "where",
  attributes: z.strictObject({}),
  inputs: { condition: "tensor", a: "tensor", b: "tensor" },
  growsWith: ["a", "b"],

  describe({ inputs: { condition, a, b } }) {
    check(condition.dtype === "bool", () => `the condition must be bool, not ${condition.dtype}`);
    const dtype = commonDtype([a, b]);
    const shape = broadcast(condition.shape, a.shape, b.shape);
    return {
      outputs: [{ dtype, shape }],
      work: { compare: product(shape) },
      compute: dtype,
    };
  },

  evaluate({ inputs: { condition, a, b }, outputs }) {
    if (!condition.values) return undefined;
    const { shape } = tensorOutput(outputs);
    const [conditionStrides, aStrides, bStrides] = [condition, a, b].map((input) => broadcastStrides(input.shape, shape));
    const chosen = mapIndices(shape, (index) =>
      condition.values![positionOf(index, conditionStrides!)]
        ? a.values?.[positionOf(index, aStrides!)]
        : b.values?.[positionOf(index, bStrides!)],
    );
    return chosen.some((value) => value === undefined) ? undefined : [chosen as Values];
  },
});
