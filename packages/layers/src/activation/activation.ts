import {
  check,
  defineLayerType,
  type DType,
  isInteger,
  type LayerType,
  product,
  type Scalar,
  scaleWork,
  type Values,
} from "@modelgauge/core";
import { z } from "zod";
import { roundTo } from "../values/floats.ts";
import { toBigInt, wrap } from "../values/integers.ts";
import { tensorOutput } from "../values/tensor-output.ts";
import { ACTIVATION_FUNCTIONS, type ActivationFunction } from "./functions.ts";

/**
 * A function of each element alone: activation functions, unary arithmetic, rounding, tests.
 *
 * x: any shape. Output: the same; bool for tests (`is-nan`, …).
 * Work: that of the function's definition, per element; it works in place. Of complex elements only `neg` is counted in full: other
 * functions take at least what they take of real ones.
 * `evaluate`: floating-point results rounded to their dtype; integers exactly, wrapping in their dtype's bits.
 */
export const activation: LayerType = defineLayerType({
  type: "activation",
  attributes: z.strictObject({
    function: z.enum(Object.keys(ACTIVATION_FUNCTIONS)).describe("the function"),
    minimum: z.number().optional().describe("lower bound of `clip`"),
    maximum: z.number().optional().describe("upper bound of `clip`"),
  }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  describe({ attributes: { function: name }, inputs: { x } }) {
    const definition = ACTIVATION_FUNCTIONS[name]!;
    checkOperand(name, definition, x.dtype);
    const complex = isComplex(x.dtype);
    const { work, complexWork, growing } = definition;
    const bounds = x.values !== undefined && x.status !== "exact" && x.dtype !== "bool";
    return {
      outputs: [
        { dtype: definition.predicate ? "bool" : x.dtype, shape: x.shape, ...(bounds && !growing && { status: "estimate" as const }) },
      ],
      work: scaleWork((complex ? complexWork : undefined) ?? work, product(x.shape)),
      aliases: [{ output: 0, input: 0, kind: "in-place" }],
      ...(complex && complexWork === undefined && { status: "at-least" as const }),
    };
  },

  evaluate({ attributes: { function: name, minimum = -Infinity, maximum = Infinity }, inputs: { x }, outputs }) {
    const { float, integer } = ACTIVATION_FUNCTIONS[name]!;
    const { dtype } = tensorOutput(outputs);
    const bounds = { minimum, maximum };
    const compute = (value: Scalar): Scalar | undefined => {
      if (typeof value === "string" || isComplex(x.dtype)) return undefined;
      if (isInteger(x.dtype)) return integer && fromInteger(integer(toBigInt(value), bounds), dtype);
      return float && fromFloat(float(Number(value), bounds), dtype);
    };
    const results = x.values?.map(compute);
    return results === undefined || results.includes(undefined) ? undefined : [results as Values];
  },
});

function checkOperand(name: string, { operands }: ActivationFunction, dtype: DType): void {
  if (operands === "bool") check(dtype === "bool", () => `${name} takes bool, not ${dtype}`);
  if (operands === "integer") check(isInteger(dtype), () => `${name} takes integers, not ${dtype}`);
  if (operands === "real") check(!isComplex(dtype), () => `${name} takes real numbers, not ${dtype}`);
}

function isComplex(dtype: DType): boolean {
  return dtype.startsWith("complex");
}

function fromInteger(value: bigint, dtype: DType): Scalar {
  return dtype === "bool" ? Number(value) : wrap(value, dtype);
}

function fromFloat(value: number, dtype: DType): Scalar | undefined {
  return dtype === "bool" ? value : roundTo(dtype, value);
}
