import { check, defineLayerType, DTYPES, isInteger, type LayerType, type Scalar, type Values } from "@modelgauge/core";
import { z } from "zod";
import { roundTo } from "../values/floats.ts";
import { wrap } from "../values/integers.ts";
import { tensorOutput } from "../values/tensor-output.ts";

/**
 * Evenly spaced numbers from a start to before a limit.
 *
 * Output: [⌈(limit − start) / step⌉], none where the limit lies the other way. Work: a multiplication and an add per element.
 */
export const range: LayerType = defineLayerType({
  type: "range",
  attributes: z.strictObject({
    start: z.number().default(0).describe("the first number"),
    limit: z.number().describe("what the numbers stay before"),
    step: z.number().default(1).describe("distance from one number to the next, negative downwards"),
    dtype: z.enum(DTYPES).default("int64").describe("dtype of the output"),
  }),
  inputs: {},

  describe({ attributes: { start, limit, step, dtype } }) {
    check(step !== 0, "a step of 0 does not lead from start to limit");
    const elements = Math.max(0, Math.ceil((limit - start) / step));
    check(elements <= 2 ** 63, () => `a step of ${step} leads from ${start} to ${limit} in more than 2^63 steps`);
    return { outputs: [{ dtype, shape: [elements] }], work: { multiply: elements, add: elements }, compute: dtype };
  },

  evaluate({ attributes: { start, step }, outputs }) {
    const { dtype, shape } = tensorOutput(outputs);
    const number = (place: number): Scalar | undefined =>
      isInteger(dtype)
        ? wrap(BigInt(Math.trunc(start)) + BigInt(place) * BigInt(Math.trunc(step)), dtype)
        : roundTo(dtype, start + place * step);
    const numbers = Array.from({ length: shape[0]! }, (_, place) => number(place));
    return numbers.includes(undefined) ? undefined : [numbers as Values];
  },
});
