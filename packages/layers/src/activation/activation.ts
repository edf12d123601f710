import { defineLayerType, isFloat, type LayerType, product, type Scalar, scaleWork, type Values } from "@modelgauge/core";
import { z } from "zod";
import { roundTo, roundToEven } from "../values/floats.ts";
import { ACTIVATION_FUNCTIONS } from "./functions.ts";

/**
 * A function of each element alone: activation functions, unary arithmetic, rounding, tests.
 *
 * x: any shape. Output: the same; bool for tests (`is-nan`, …). Work: that of the function's definition, per element; it works in place.
 * `evaluate`: floating-point results rounded to their dtype; integers beyond 2^53 for `neg` and `abs` only; `round` to even.
 */
export const activation: LayerType = defineLayerType({
  type: "activation",
  attributes: z.strictObject({
    function: z.enum(Object.keys(ACTIVATION_FUNCTIONS)).describe("the function"),
    minimum: z.number().optional().describe("lower bound of `clip`"),
    maximum: z.number().optional().describe("upper bound of `clip`"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { function: name }, inputs: { x } }) {
    const { work, predicate } = ACTIVATION_FUNCTIONS[name]!;
    return {
      outputs: [{ dtype: predicate ? "bool" : x.dtype, shape: x.shape }],
      work: scaleWork(work, product(x.shape)),
      ...(!predicate && { aliases: [{ output: 0, input: 0, kind: "in-place" as const }] }),
    };
  },

  evaluate({ attributes: { function: name, minimum = -Infinity, maximum = Infinity }, inputs: { x } }) {
    const { compute, predicate } = ACTIVATION_FUNCTIONS[name]!;
    const ofNumber =
      name === "clip" ? (value: number) => Math.min(maximum, Math.max(minimum, value)) : name === "round" ? roundToEven : compute;
    if (x.values === undefined || ofNumber === undefined) return undefined;
    const results = x.values.map((value): Scalar | undefined => {
      if (typeof value === "bigint") return name === "neg" ? -value : name === "abs" ? (value < 0 ? -value : value) : undefined;
      if (typeof value === "string") return undefined;
      const result = ofNumber(value);
      if (predicate) return result;
      return isFloat(x.dtype) ? roundTo(x.dtype, result) : Math.trunc(result);
    });
    return results.includes(undefined) ? undefined : [results as Values];
  },
});
