import type { DType } from "@modelgauge/core";
import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activation } from "./activation.ts";

const apply = (name: string, x = float32(2, 5), attributes: object = {}) =>
  describeLayer(activation, { x }, { function: name, ...attributes });
const evaluate = (name: string, dtype: DType, values: readonly (number | bigint)[], attributes: object = {}) =>
  apply(name, tensor(dtype, [values.length], values), attributes).values[0];

describe("activation", () => {
  it("does the operations of the function's definition to each element, in place", () => {
    expect(apply("relu")).toEqual({
      outputs: [{ dtype: "float32", shape: [2, 5] }],
      work: { compare: 10 },
      aliases: [{ output: 0, input: 0, kind: "in-place" }],
      values: [undefined],
    });
    expect(apply("sigmoid").work).toEqual({ exp: 10, add: 10, divide: 10 }); // 1 / (1 + e⁻ˣ)
    expect(apply("hard-swish").work).toEqual({ multiply: 20, add: 10, compare: 20 }); // x · max(0, min(1, x / 6 + 1 / 2))
    expect(apply("gelu").work).toEqual({ erf: 10, multiply: 30, add: 10 }); // ½ · x · (1 + erf(x · 1/√2))
    expect(apply("squareplus").work).toEqual({ multiply: 10, add: 20, sqrt: 10, divide: 10 }); // (x + √(x² + 4)) / 2
    expect(apply("sparse-plus").work).toEqual({ compare: 20, add: 10, multiply: 20 }); // (x + 1)² / 4 between −1 and 1
    expect(apply("gelu-tanh").work).toEqual({ tanh: 10, multiply: 60, add: 20 }); // ½ · x · (1 + tanh(c · (x + 0.044715 · x · x · x)))
  });

  it("tests elements", () => {
    expect(apply("is-nan").outputs).toEqual([{ dtype: "bool", shape: [2, 5] }]);
    expect(evaluate("is-inf", "float32", [1, -Infinity, Number.NaN])).toEqual([0, 1, 0]);
    expect(evaluate("is-finite", "int64", [1])).toEqual([1]);
    expect(evaluate("not", "bool", [1, 0])).toEqual([0, 1]);
  });

  it("counts complex numbers in full, or as a lower bound", () => {
    const x = tensor("complex64", [10]);
    expect(apply("neg", x)).toMatchObject({ outputs: [{ dtype: "complex64" }], work: { add: 20 } });
    expect(apply("exp", x)).toMatchObject({ work: { exp: 10 }, status: "at-least" });
    expect(apply("exp")).not.toHaveProperty("status");
  });

  it("refuses what a function does not take", () => {
    expect(() => apply("not")).toThrow("not takes bool, not float32");
    expect(() => apply("bitwise-not")).toThrow("bitwise-not takes integers, not float32");
    expect(() => apply("abs", tensor("complex64", [2]))).toThrow("abs takes real numbers, not complex64");
    expect(() => apply("rleu")).toThrow("attribute function: Invalid option");
  });

  it("evaluates floating-point constants as their dtype rounds them", () => {
    expect(evaluate("exp", "float32", [1])).toEqual([Math.fround(Math.E)]);
    expect(evaluate("sqrt", "float64", [2])).toEqual([Math.SQRT2]);
    expect(evaluate("floor", "float32", [-1.5, 2.5])).toEqual([-2, 2]);
    expect(evaluate("ceil", "float16", [-1.5, 2.5])).toEqual([-1, 3]);
    expect(evaluate("round", "float32", [0.5, 1.5, 2.5, -1.2])).toEqual([0, 2, 2, -1]);
    expect(evaluate("clip", "float32", [-7, 3, 9], { minimum: -1, maximum: 6 })).toEqual([-1, 3, 6]);
    expect(evaluate("clip", "float32", [-7, 9], { minimum: 0 })).toEqual([0, 9]);
    expect(evaluate("mish", "float32", [1])).toBeUndefined();
  });

  it("evaluates integers exactly, wrapping", () => {
    expect(evaluate("neg", "int64", [3, 2n ** 62n, -(2n ** 63n)])).toEqual([-3, -(2n ** 62n), -(2n ** 63n)]);
    expect(evaluate("neg", "int64", [0])).toEqual([0]);
    expect(evaluate("abs", "int8", [-128, -5])).toEqual([-128, 5]);
    expect(evaluate("sign", "int32", [-4, 0, 9])).toEqual([-1, 0, 1]);
    expect(evaluate("square", "uint8", [20])).toEqual([144]); // 400 − 256
    expect(evaluate("bitwise-not", "uint8", [1])).toEqual([254]);
    expect(evaluate("clip", "int64", [-7, 3, 2n ** 60n], { minimum: -1.5, maximum: 6 })).toEqual([-1, 3, 6]);
    expect(evaluate("exp", "int64", [1])).toBeUndefined();
  });

  it("keeps bounds where the function grows, and loses them elsewhere", () => {
    const x = { ...tensor("int64", [1], [4]), status: "at-most" as const };
    const describeBounded = (name: string) => activation.describe({ attributes: { function: name }, inputs: { x }, bodies: [] }).outputs;
    expect(describeBounded("relu")).toEqual([{ dtype: "int64", shape: [1] }]);
    expect(describeBounded("neg")).toEqual([{ dtype: "int64", shape: [1], status: "estimate" }]);
    const decided = { ...tensor("bool", [1], [1]), status: "at-most" as const };
    expect(activation.describe({ attributes: { function: "not" }, inputs: { x: decided }, bodies: [] }).outputs).toEqual([
      tensor("bool", [1]),
    ]);
  });

  it("evaluates what undoes itself back to where it began", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), { minLength: 1 }), (values) => {
        const twice = evaluate("neg", "int64", evaluate("neg", "int64", values) as (number | bigint)[]);
        expect(twice?.map(BigInt)).toEqual(values);
      }),
    );
  });

  layerTypeSuite(activation, {
    cases: [
      { inputs: { x: float32(2, 5) }, attributes: { function: "relu" }, batch: { x: 0 } },
      { inputs: { x: tensor("float32", [3], [-7, 3, 9]) }, attributes: { function: "clip", minimum: -1, maximum: 6 } },
      { inputs: { x: tensor("complex64", [10]) }, attributes: { function: "neg" }, batch: { x: 0 } },
    ],
  });
});
