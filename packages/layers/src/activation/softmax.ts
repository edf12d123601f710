import { defineLayerType, type LayerType, product, scaleWork, type Work } from "@modelgauge/core";
import { z } from "zod";
import { resolveAxes } from "../axes.ts";

/** Work per element. */
const WORK: Readonly<Record<"softmax" | "log-softmax" | "hardmax", Work>> = {
  softmax: { compare: 1, add: 2, exp: 1, divide: 1 },
  "log-softmax": { compare: 1, add: 3, exp: 1 },
  hardmax: { compare: 2 },
};

/**
 * Softmax over axes, with the largest element subtracted first.
 *
 * x: any shape. Output: the same. Work per element: a comparison for the maximum, a subtraction, an exponential, an add for the sum, a
 * division; `log-softmax` subtracts the sum's logarithm (one per group) instead of dividing; `hardmax` finds the largest and marks it,
 * two comparisons.
 */
export const softmax: LayerType = defineLayerType({
  type: "softmax",
  attributes: z.strictObject({
    function: z.enum(["softmax", "log-softmax", "hardmax"]).default("softmax").describe("what is computed of a group of elements"),
    axes: z.array(z.int()).default([-1]).describe("axes that are normalised together, negative from the end"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { function: name, axes }, inputs: { x } }) {
    const normalised = resolveAxes(axes, x.shape.length);
    const groups = product(x.shape.filter((_, axis) => !normalised.includes(axis)));
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape }],
      work: { ...scaleWork(WORK[name], product(x.shape)), ...(name === "log-softmax" && { log: groups }) },
    };
  },
});
