import { defineLayerType, type LayerType, product, type Work } from "@modelgauge/core";
import { z } from "zod";
import { resolveAxes } from "../axes.ts";

/** Work per element; `hardmax` finds the largest and writes ones and zeros. */
const WORK: Readonly<Record<"softmax" | "log-softmax" | "hardmax", Work>> = {
  softmax: { compare: 1, add: 2, exp: 1, divide: 1 },
  "log-softmax": { compare: 1, add: 3, exp: 1 },
  hardmax: { compare: 2 },
};

/**
 * Softmax over axes, with the largest element subtracted first.
 *
 * x: any shape. Output: the same. Work per element: a comparison for the maximum, a subtraction, an exponential, an add for the sum, a
 * division; `log-softmax` subtracts the sum's logarithm (one per group) instead of dividing; `hardmax` compares twice.
 */
export const softmax: LayerType = defineLayerType({
  type: "softmax",
  attributes: z.strictObject({
    function: z.enum(["softmax", "log-softmax", "hardmax"]).default("softmax").describe("what is computed of a group of elements"),
    axes: z.array(z.int()).default([-1]).describe("axes that are normalised together, negative from the end"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { function: name, axes }, inputs: { x } }) {
    const elements = product(x.shape);
    const normalised = resolveAxes(axes, x.shape.length);
    const groups = product(x.shape.filter((_, axis) => !normalised.includes(axis)));
    const { compare, add, exp, divide } = WORK[name];
    const scaled = (count: number | undefined): number => (count ?? 0) * elements;
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape }],
      work: {
        compare: scaled(compare),
        ...(add && { add: scaled(add) }),
        ...(exp && { exp: scaled(exp) }),
        ...(divide && { divide: scaled(divide) }),
        ...(name === "log-softmax" && { log: groups }),
      },
    };
  },
});
