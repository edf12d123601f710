import { describe, expect, it } from "vitest";
import { analyzeNode, input, stored } from "./analyze-node.ts";

describe("products", () => {
  it("Gemm with a stored matrix is a fully connected layer", async () => {
    const inputs = [input("float32", [2, 512]), stored("float32", [1000, 512]), stored("float32", [1000])];
    const { outputs, types, macs, params } = await analyzeNode({ operator: "Gemm", inputs, attributes: { transB: 1 } });
    expect(outputs).toEqual(["float32 2×1000"]);
    expect(types).toEqual(["linear"]);
    expect(macs).toBe(1_024_000); // 2 · 1000 · 512
    expect(params).toBe(513_000);
  });

  it("Gemm of computed matrices is a product", async () => {
    const { types, macs } = await analyzeNode({
      operator: "Gemm",
      inputs: [input("float32", [3, 4]), input("float32", [3, 5])],
      attributes: { transA: 1 },
    });
    expect(types).toEqual(["matmul"]);
    expect(macs).toBe(60); // 4 · 5 · 3
  });

  it("Gemm refuses matrices that do not fit", async () => {
    const gemm = analyzeNode({ operator: "Gemm", inputs: [input("float32", [2, 3]), stored("float32", [4, 5])] });
    await expect(gemm).rejects.toThrow('Gemm "node": A has 3 columns, B expects 4');
  });

  it("MatMul broadcasts batches", async () => {
    const { outputs, macs } = await analyzeNode({
      operator: "MatMul",
      inputs: [input("float32", [12, 128, 64]), stored("float32", [64, 32])],
    });
    expect(outputs).toEqual(["float32 12×128×32"]);
    expect(macs).toBe(3_145_728); // 12 · 128 · 32 · 64
  });

  it("MatMulInteger accumulates in int32, QLinearMatMul scales back", async () => {
    const a = input("uint8", [4, 8]);
    const b = stored("int8", [8, 2]);
    const scale = stored("float32", [], [1]);
    const zero = stored("uint8", [], [0]);
    const integer = await analyzeNode({ operator: "MatMulInteger", inputs: [a, b] });
    expect(integer).toMatchObject({ outputs: ["int32 4×2"], macs: 64, params: 16 });
    const scaled = await analyzeNode({
      operator: "QLinearMatMul",
      inputs: [a, scale, zero, b, scale, stored("int8", [], [0]), scale, zero],
    });
    expect(scaled).toMatchObject({ outputs: ["uint8 4×2"], macs: 64, params: 16 });
  });

  it("Einsum reads its equation", async () => {
    const inputs = [input("float32", [2, 3, 4]), input("float32", [2, 4, 5])];
    expect(await analyzeNode({ operator: "Einsum", inputs, attributes: { equation: "bij,bjk->bik" } })).toMatchObject({
      outputs: ["float32 2×3×5"],
      macs: 120,
    });
    await expect(analyzeNode({ operator: "Einsum", inputs })).rejects.toThrow("attribute equation is missing");
  });
});
