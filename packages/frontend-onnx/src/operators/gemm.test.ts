import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stored, translated } from "../../test/translated.ts";
import { gemmOperator } from "./gemm.ts";

describe("Gemm", () => {
  const a = float32(8, 30);

  it("is a fully connected layer where B and C are stored", () => {
    const inputs = { a, b: stored(float32(10, 30)), c: stored(float32(10)) };
    expect(translated(gemmOperator, 13, inputs, { attributes: { transB: 1 } })).toEqual([
      { type: "linear", attributes: { units: 10, bias: true }, inputs: ["a"], weights: ["b", "c"], outputs: ["y"] },
    ]);
    expect(translated(gemmOperator, 11, { a, b: stored(float32(30, 10)) })[0]).toMatchObject({ attributes: { units: 10, bias: false } });
    expect(() => translated(gemmOperator, 13, inputs)).toThrow('Gemm "node": A has 30 columns, B expects 10');
  });

  it("is a product of matrices elsewhere", () => {
    expect(translated(gemmOperator, 13, { a, b: float32(30, 10), c: float32(10) })).toEqual([
      {
        type: "matmul",
        attributes: { transposeA: false, transposeB: false },
        inputs: ["a", "b", "c"],
        weights: [],
        outputs: ["y"],
      },
    ]);
    const [transposed] = translated(gemmOperator, 13, { a, b: stored(float32(8, 10)) }, { attributes: { transA: 1 } });
    expect(transposed).toMatchObject({ type: "matmul", attributes: { transposeA: true }, inputs: ["a", "b"], weights: [] });
  });

  it("takes matrices", () => {
    expect(() => translated(gemmOperator, 13, { a: float32(2, 8, 30), b: float32(30, 10) })).toThrow(
      "A and B are matrices, not 2×8×30 and 30×10",
    );
  });
});
