import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matmul } from "./matmul.ts";

const apply = (a: readonly number[], b: readonly number[], attributes: object = {}) =>
  describeLayer(matmul, { a: float32(...a), b: float32(...b) }, { ...attributes });

describe("matmul", () => {
  it("multiplies matrices", () => {
    expect(apply([128, 768], [768, 64])).toMatchObject({
      outputs: [{ dtype: "float32", shape: [128, 64] }],
      work: { mac: 6_291_456 }, // 128 · 64 · 768
    });
  });

  it("broadcasts leading dimensions", () => {
    expect(apply([5, 1, 2, 3], [7, 3, 4])).toMatchObject({ outputs: [{ shape: [5, 7, 2, 4] }], work: { mac: 840 } }); // 5 · 7 · 2 · 4 · 3
    expect(() => apply([2, 2, 3], [3, 3, 4])).toThrow("do not broadcast");
  });

  it("is one product where all share the right matrix, else one for each leading index", () => {
    expect(apply([2, 12, 128, 64], [64, 100]).products).toEqual([{ count: 1, rows: 3072, columns: 100, depth: 64 }]); // 2 · 12 · 128
    expect(apply([2, 12, 128, 64], [2, 12, 64, 100]).products).toEqual([{ count: 24, rows: 128, columns: 100, depth: 64 }]);
  });

  it("takes vectors as a row and a column", () => {
    expect(apply([3], [3, 4])).toMatchObject({ outputs: [{ shape: [4] }], work: { mac: 12 } });
    expect(apply([5, 2, 3], [3])).toMatchObject({ outputs: [{ shape: [5, 2] }], work: { mac: 30 } });
    expect(apply([3], [3])).toMatchObject({ outputs: [{ shape: [] }], work: { mac: 3 } });
    expect(() => apply([3], [3, 4], { transposeA: true })).toThrow("a is a vector, which cannot be transposed");
    expect(() => apply([3, 4], [])).toThrow("b is a scalar, which is no matrix");
  });

  it("swaps the last two dimensions", () => {
    expect(apply([9, 3, 2], [9, 4, 3], { transposeA: true, transposeB: true })).toMatchObject({ outputs: [{ shape: [9, 2, 4] }] });
    expect(() => apply([3, 2], [3, 4])).toThrow("3×2 times 3×4: 2 columns against 3 rows");
  });

  it("adds a bias that broadcasts to the product", () => {
    const inputs = { a: float32(2, 3), b: float32(3, 4), bias: float32(2, 1) };
    expect(describeLayer(matmul, inputs).work).toEqual({ mac: 24, add: 8 });
    expect(() => describeLayer(matmul, { ...inputs, bias: float32(5, 2, 4) })).toThrow("a bias of 5×2×4 does not broadcast to 2×4");
  });

  it("multiplies narrow integers of two dtypes into wide ones", () => {
    const inputs = { a: tensor("uint8", [2, 3]), b: tensor("int8", [3, 4]) };
    const { outputs, work, compute } = describeLayer(matmul, inputs, { dtype: "int32" });
    expect(outputs).toEqual([{ dtype: "int32", shape: [2, 4] }]);
    expect(work).toEqual({ mac: 24 });
    expect(compute).toBeUndefined();
    expect(() => describeLayer(matmul, inputs)).toThrow("the inputs have different dtypes: uint8, int8");
  });

  it("computes in floating point where weights alone are narrow", () => {
    const inputs = { a: tensor("int8", [2, 3]), b: tensor("float16", [3, 4]) };
    expect(describeLayer(matmul, inputs)).toMatchObject({ outputs: [{ dtype: "float16" }], compute: "float16" });
  });

  it("costs the same from either side", () => {
    const size = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(size, size, size, size, (batch, rows, inner, columns) => {
        const forwards = apply([batch, rows, inner], [inner, columns]).work;
        const transposed = apply([inner, columns], [batch, rows, inner], { transposeA: true, transposeB: true }).work;
        expect(transposed).toEqual(forwards);
      }),
    );
  });

  layerTypeSuite(matmul, {
    cases: [{ inputs: { a: float32(7, 29, 4), b: float32(7, 4, 13) }, batch: { a: 0, b: 0 } }],
  });
});
