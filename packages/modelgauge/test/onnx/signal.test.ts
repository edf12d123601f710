import { describe, expect, it } from "vitest";
import { analyzeNode, input, int, outputsOf } from "./analyze-node.ts";

describe("ONNX operators of signal processing and linear algebra", () => {
  it("transforms along the axis of the attribute or of the input", async () => {
    const real = input("float32", [2, 10, 20, 1]);
    expect(await outputsOf({ operator: "DFT", inputs: [real], version: 17 })).toEqual(["float32 2×10×20×2"]);
    const onesided = { onesided: 1 };
    expect(await outputsOf({ operator: "DFT", inputs: [real], attributes: onesided, version: 17 })).toEqual(["float32 2×6×20×2"]);
    // Since version 20 the last dimension of the signal is transformed where no axis is told: 20 / 2 + 1.
    expect(await outputsOf({ operator: "DFT", inputs: [real], attributes: onesided })).toEqual(["float32 2×10×11×2"]);
    expect(await outputsOf({ operator: "DFT", inputs: [real, int(16), int(1)] })).toEqual(["float32 2×16×20×2"]);
  });

  it("gives real numbers back from half a transform", async () => {
    const attributes = { onesided: 1, inverse: 1 };
    expect(await outputsOf({ operator: "DFT", inputs: [input("float32", [1, 6, 2]), undefined, int(1)], attributes })).toEqual([
      "float32 1×10×1", // 2 · (6 − 1)
    ]);
  });

  it("says what of a transform is not known", async () => {
    const real = input("float32", [1, 10, 1]);
    const reasonOf = async (...more: readonly ReturnType<typeof input>[]): Promise<string | undefined> =>
      (await analyzeNode({ operator: "DFT", inputs: [real, ...more] })).report.diagnostics[0]?.message;
    expect(await reasonOf(input("int64", []))).toBe('DFT "node" (onnx DFT): the length of its transform is not known');
    expect(await reasonOf(int(10), input("int64", []))).toBe('DFT "node" (onnx DFT): the axis that it transforms is not known');
  });

  it("transforms frames as long as the window or as told", async () => {
    const signal = input("float32", [1, 128, 1]);
    const window = input("float32", [16]);
    // (128 − 16) / 8 + 1 frames of 16 / 2 + 1 bins
    expect(await outputsOf({ operator: "STFT", inputs: [signal, int(8), window] })).toEqual(["float32 1×15×9×2"]);
    expect(await outputsOf({ operator: "STFT", inputs: [signal, int(8), undefined, int(16)], attributes: { onesided: 0 } })).toEqual([
      "float32 1×15×16×2",
    ]);
    await expect(analyzeNode({ operator: "STFT", inputs: [signal, int(8)] })).rejects.toThrow(
      'STFT "node": neither a window nor a frame length is given',
    );
  });

  it("takes determinants", async () => {
    expect(await outputsOf({ operator: "Det", inputs: [input("float32", [5, 3, 3])] })).toEqual(["float32 5"]);
    await expect(analyzeNode({ operator: "Det", inputs: [input("float32", [3, 2])] })).rejects.toThrow("3×2 holds no square matrices");
  });
});
