import { type DType, type Scalar } from "@modelgauge/core";
import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cast } from "./cast.ts";

const convert = (value: Scalar, from: DType, to: DType) =>
  describeLayer(cast, { x: tensor(from, [], [value]) }, { dtype: to }).values[0]?.[0];

describe("cast", () => {
  it("converts each element in place", () => {
    expect(describeLayer(cast, { x: float32(2, 3) }, { dtype: "int64" })).toMatchObject({
      outputs: [{ dtype: "int64", shape: [2, 3] }],
      work: { convert: 6 },
      aliases: [{ output: 0, input: 0, kind: "in-place" }],
    });
  });

  it("is a view where the dtype stays", () => {
    const { work, aliases } = describeLayer(cast, { x: float32(2, 3) }, { dtype: "float32" });
    expect(work).toEqual({});
    expect(aliases).toEqual([{ output: 0, input: 0, kind: "view" }]);
  });

  it("refuses a dtype that there is not", () => {
    expect(() => describeLayer(cast, { x: float32(1) }, { dtype: "float" })).toThrow(
      'attribute dtype: Invalid option: expected one of "float64"|"float32"',
    );
  });

  it("truncates floats towards zero", () => {
    expect([2.7, -2.7, -0.5].map((value) => convert(value, "float32", "int64"))).toEqual([2, -2, 0]);
    expect(convert(2 ** 62, "float64", "int64")).toBe(2n ** 62n);
  });

  it("has no value for a float that no integer of the dtype is near", () => {
    expect(convert(2 ** 63, "float32", "int64")).toBeUndefined();
    expect(convert(Number.NaN, "float32", "int32")).toBeUndefined();
    expect(convert(256, "float32", "uint8")).toBeUndefined();
  });

  it("wraps integers", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
        const scalar = Number.isSafeInteger(Number(value)) ? Number(value) : value;
        expect(convert(scalar, "int64", "int32")).toBe(Number(BigInt.asIntN(32, value)));
      }),
    );
  });

  it("rounds to the floating-point type", () => {
    expect(convert(16_777_217, "int64", "float32")).toBe(16_777_216); // 2²⁴ + 1 needs 25 bits
    expect(convert(0.1, "float64", "float16")).toBe(0.0999755859375); // 1638 · 2⁻¹⁴
  });

  it("takes everything but zero as true", () => {
    expect([0, 0.25, -3].map((value) => convert(value, "float32", "bool"))).toEqual([0, 1, 1]);
    expect(convert(1, "bool", "int64")).toBe(1);
  });

  it("estimates whether a bound is 0", () => {
    const x = { ...tensor("int64", [1], [3]), status: "at-most" as const };
    const describeBounded = (dtype: DType) => cast.describe({ attributes: { dtype }, inputs: { x }, bodies: [] }).outputs;
    expect(describeBounded("bool")).toEqual([{ dtype: "bool", shape: [1], status: "estimate" }]);
    expect(describeBounded("float32")).toEqual([float32(1)]);
  });

  it("does not read numbers from strings", () => {
    expect(convert("7", "string", "int64")).toBeUndefined();
  });

  layerTypeSuite(cast, {
    cases: [
      { inputs: { x: float32(2, 3) }, attributes: { dtype: "int64" }, batch: { x: 0 } },
      { inputs: { x: tensor("float32", [2], [1.5, -0.5]) }, attributes: { dtype: "int32" } },
    ],
  });
});
