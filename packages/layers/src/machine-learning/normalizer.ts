import { defineLayerType, type LayerType, product, type Work } from "@modelgauge/core";
import { z } from "zod";
import { samplesOf } from "./labels.ts";

/**
 * Divides each row by its norm.
 *
 * x: [samples, features], or [features]. Output: float32, the same.
 * Work: per element a division; for the norm, one operation less than elements in each row (a comparison for `max`, else an add), and
 * before that an absolute value (`l1`) or a square (`l2`) per element; a root per row (`l2`).
 */
export const normalizer: LayerType = defineLayerType({
  type: "normalizer",
  attributes: z.strictObject({ norm: z.enum(["max", "l1", "l2"]).describe("which norm") }),
  inputs: { x: "tensor" },

  describe({ attributes: { norm }, inputs: { x } }) {
    const { samples } = samplesOf(x.shape);
    const elements = product(x.shape);
    const combined = Math.max(0, elements - samples);
    const work: Readonly<Record<typeof norm, Work>> = {
      max: { compare: combined, divide: elements },
      l1: { add: elements + combined, divide: elements },
      l2: { multiply: elements, add: combined, sqrt: samples, divide: elements },
    };
    return { outputs: [{ dtype: "float32", shape: x.shape }], work: work[norm], compute: "float32" };
  },
});
