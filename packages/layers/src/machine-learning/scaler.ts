import { defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";

/** Shifts and scales each feature: (x − offset) · scale. x: any shape. Output: float32, the same. Work: an add and a multiplication per element. */
export const scaler: LayerType = defineLayerType({
  type: "scaler",
  attributes: z.strictObject({}),
  inputs: { x: "tensor" },

  describe({ inputs: { x } }) {
    const elements = product(x.shape);
    return { outputs: [{ dtype: "float32", shape: x.shape }], work: { add: elements, multiply: elements }, compute: "float32" };
  },
});
