import { type DType, type Scalar } from "@modelgauge/core";
import { describeLayer, float32, int64, int64Values, layerTypeSuite, tensor, type TestTensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elementwise } from "./elementwise.ts";

const apply = (name: string, ...xs: readonly TestTensor[]) => describeLayer(elementwise, { xs }, { function: name });
const scalar = (dtype: DType, value: Scalar) => tensor(dtype, [], [value]);
/** The one element that a function of two scalars gives. */
const of = (name: string, dtype: DType, a: Scalar, b: Scalar) => apply(name, scalar(dtype, a), scalar(dtype, b)).values[0]?.[0];
const int64s = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const asScalar = (value: bigint): Scalar => (Number.isSafeInteger(Number(value)) ? Number(value) : value);

describe("elementwise", () => {
  it("broadcasts, and counts one operation an output element", () => {
    const { outputs, work } = apply("add", float32(8, 1, 6, 1), float32(7, 1, 5));
    expect(outputs).toEqual([{ dtype: "float32", shape: [8, 7, 6, 5] }]);
    expect(work).toEqual({ add: 1680 }); // 8 · 7 · 6 · 5
  });

  it("folds many inputs", () => {
    expect(apply("max", float32(4), float32(4), float32(2, 4)).work).toEqual({ compare: 16 }); // 2 · 4 elements, 2 comparisons each
    expect(apply("mean", float32(4), float32(4), float32(4)).work).toEqual({ add: 8, divide: 4 });
    expect(apply("add", float32(4)).work).toEqual({ add: 0 });
  });

  it("counts every operation of a compound function", () => {
    expect(apply("squared-difference", float32(3), float32(3)).work).toEqual({ add: 3, multiply: 3 });
    expect(apply("mul", tensor("complex64", [3]), tensor("complex64", [3])).work).toEqual({ multiply: 12, add: 6 }); // (ac − bd) + (ad + bc)i
  });

  it("compares into bool", () => {
    expect(apply("less", int64(2, 3), int64()).outputs).toEqual([{ dtype: "bool", shape: [2, 3] }]);
    expect(apply("equal", tensor("string", [2], ["a", "b"]), tensor("string", [], ["b"])).values).toEqual([[0, 1]]);
    expect(of("greater", "int64", 2n ** 60n + 1n, 2n ** 60n)).toBe(1);
    expect(of("less-equal", "float32", Number.NaN, 1)).toBe(0);
  });

  it("computes in the floating-point type that a narrowed weight meets", () => {
    const { outputs, compute } = apply("mul", tensor("int8", [4]), tensor("float16", [4]));
    expect(outputs).toEqual([{ dtype: "float16", shape: [4] }]);
    expect(compute).toBe("float16");
  });

  it("takes the first input's dtype for powers and shifts", () => {
    expect(apply("pow", float32(2), int64(2)).outputs[0]).toEqual({ dtype: "float32", shape: [2] });
    expect(apply("pow", tensor("int32", [1], [2]), tensor("float32", [1], [10])).values).toEqual([[1024]]);
    expect(apply("pow", tensor("int32", [1], [2]), tensor("float32", [1], [0.5])).values).toEqual([undefined]);
  });

  it("does nothing to an empty tensor", () => {
    const { outputs, work, values } = apply("add", int64(0, 3), int64(1));
    expect(outputs[0]).toEqual({ dtype: "int64", shape: [0, 3] });
    expect(work).toEqual({ add: 0 });
    expect(values).toEqual([undefined]);
  });

  it("refuses what does not fit", () => {
    expect(() => apply("add", float32(2), int64(2))).toThrow("the inputs have different dtypes: float32, int64");
    expect(() => apply("add", float32(2), float32(3))).toThrow("shapes 2 and 3 do not broadcast: 2 against 3");
    expect(() => apply("sub", float32(2))).toThrow("sub takes two inputs, not 1");
    expect(() => apply("and", float32(2), float32(2))).toThrow("and takes bool, not float32");
    expect(() => apply("bit-xor", float32(2), float32(2))).toThrow("bit-xor takes integers, not float32");
    expect(() => apply("plus", float32(2), float32(2))).toThrow('attribute function: Invalid option: expected one of "add"|"sub"');
  });

  describe("with an upper bound", () => {
    const bound = { ...int64Values(7), status: "at-most" as const };
    const exactly = (value: number) => ({ ...int64Values(value), status: "exact" as const });
    const context = (name: string, value: number) => ({
      attributes: { function: name },
      inputs: { xs: [bound, exactly(value)] },
      bodies: [],
    });
    const statusOf = (name: string, value: number) => elementwise.describe(context(name, value)).outputs[0]?.status;
    const compare = (name: string, value: number) => {
      const { outputs } = elementwise.describe(context(name, value));
      return elementwise.evaluate!({ ...context(name, value), outputs })?.[0]?.[0];
    };

    it("bounds what grows with it, and estimates the rest", () => {
      expect(statusOf("add", 1)).toBeUndefined(); // the builder hands on that an input is a bound: at most 7, and 1, is at most 8
      expect(statusOf("add", -1)).toBe("estimate"); // might be negative, which sizes are not
      expect(statusOf("sub", 1)).toBe("estimate");
    });

    it("compares where all up to it compare alike", () => {
      expect([-1, 0, 7, 8].map((value) => compare("equal", value))).toEqual([0, undefined, undefined, 0]);
      expect([-1, 8].map((value) => compare("not-equal", value))).toEqual([1, 1]);
      expect([0, 7, 8].map((value) => compare("less", value))).toEqual([0, undefined, 1]);
      expect([-1, 0, 7].map((value) => compare("greater", value))).toEqual([1, undefined, 0]);
      expect([-1, 6, 7].map((value) => compare("less-equal", value))).toEqual([0, undefined, 1]);
      expect([0, 1, 8].map((value) => compare("greater-equal", value))).toEqual([1, undefined, 0]);
    });
  });

  describe("evaluates", () => {
    it("integers exactly, wrapping at 64 bits", () => {
      const exact = { add: (a: bigint, b: bigint) => a + b, sub: (a: bigint, b: bigint) => a - b, mul: (a: bigint, b: bigint) => a * b };
      fc.assert(
        fc.property(fc.constantFrom("add", "sub", "mul"), int64s, int64s, (name, a, b) => {
          expect(of(name, "int64", asScalar(a), asScalar(b))).toBe(asScalar(BigInt.asIntN(64, exact[name](a, b))));
        }),
      );
    });

    it("integer division towards zero, with a remainder of the dividend's sign", () => {
      fc.assert(
        fc.property(
          int64s,
          int64s.filter((b) => b !== 0n && b !== -1n),
          (a, b) => {
            const quotient = BigInt(of("div", "int64", asScalar(a), asScalar(b))!);
            const rest = BigInt(of("fmod", "int64", asScalar(a), asScalar(b))!);
            expect(quotient * b + rest).toBe(a);
            expect(rest === 0n || rest < 0n === a < 0n).toBe(true);
          },
        ),
      );
      expect(of("div", "int64", -7, 2)).toBe(-3);
      expect(of("div", "int64", 7, 0)).toBeUndefined();
      expect(of("div", "int64", 7, 7)).toBe(1);
    });

    it("modulo with the divisor's sign", () => {
      expect([of("mod", "int64", -7, 3), of("mod", "int64", 7, -3), of("mod", "float32", -7, 3)]).toEqual([2, -2, 2]); // −7 = 3 · −3 + 2
      expect([of("fmod", "int64", -7, 3), of("fmod", "float32", -7, 3)]).toEqual([-1, -1]);
      fc.assert(
        fc.property(
          fc.integer(),
          fc.integer().filter((b) => b !== 0),
          (a, b) => {
            expect(of("floor-div", "int64", a, b)).toBe(Math.floor(a / b) + 0);
            const rest = of("mod", "int64", a, b) as number;
            expect(rest === 0 || rest < 0 === b < 0).toBe(true);
          },
        ),
      );
    });

    it("powers without computing what overflows", () => {
      expect(of("pow", "int64", 3, 4)).toBe(81);
      expect(of("pow", "int64", 2, 62)).toBe(2n ** 62n);
      expect(of("pow", "int64", 2, 2_147_483_648)).toBe(0); // 2^(2^31) modulo 2^64
      expect([of("pow", "int64", 2, -1), of("pow", "int64", -1, -3), of("pow", "int64", 0, -1)]).toEqual([0, -1, undefined]);
      expect(of("pow", "float32", 2, 0.5)).toBe(Math.fround(Math.SQRT2));
    });

    it("floats rounded to their dtype", () => {
      expect(of("add", "float32", 16_777_216, 1)).toBe(16_777_216); // 2²⁴ + 1 needs 25 bits
      expect(of("div", "float32", 1, 3)).toBe(Math.fround(1 / 3));
      expect(of("div-no-nan", "float32", 1, 0)).toBe(0);
      expect(of("mul", "float8e4m3fn", 1, 1)).toBeUndefined();
    });

    it("shifts within the width of the dtype", () => {
      expect(of("shift-left", "uint8", 129, 1)).toBe(2); // 258 − 256
      expect(of("shift-right", "uint64", 2n ** 63n, 62)).toBe(2);
      expect(of("shift-left", "uint8", 1, 8)).toBeUndefined();
      expect(of("bit-and", "int64", -1, 5)).toBe(5);
    });

    it("logic", () => {
      expect(apply("xor", tensor("bool", [2], [0, 1]), tensor("bool", [2], [1, 1])).values).toEqual([[1, 0]]);
      expect(apply("or", tensor("bool", [2], [0, 1]), tensor("bool", [2], [0, 0])).values).toEqual([[0, 1]]);
    });

    it("only where every input is known", () => {
      expect(apply("add", int64Values(1, 2), int64(2)).values).toEqual([undefined]);
      expect(apply("add", int64Values(1, 2), tensor("int64", [2, 1], [10, 20])).values).toEqual([[11, 12, 21, 22]]);
    });
  });

  layerTypeSuite(elementwise, {
    cases: [{ inputs: { xs: [float32(8, 1, 6, 1), float32(7, 1, 5)] }, attributes: { function: "add" }, batch: { xs: 0 } }],
  });
});
