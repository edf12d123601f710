import { describe, expect, it } from "vitest";
import { analyzeNode, input, int, outputsOf, stored } from "./analyze-node.ts";

describe("ONNX operators whose output sizes depend on the data", () => {
  it("bounds NonZero by all elements, and counts where they are known", async () => {
    const { report } = await analyzeNode({ operator: "NonZero", inputs: [input("float32", [2, 3])] });
    expect(report.model.outputs[0]).toMatchObject({ dtype: "int64", shape: [2, 6], status: "at-most" });
    expect(await outputsOf({ operator: "NonZero", inputs: [input("bool", [2, 2], [1, 0, 1, 1])] })).toEqual(["int64 2×3"]);
  });

  it("bounds the boxes of NonMaxSuppression by the most that are asked for", async () => {
    const inputs = [input("float32", [1, 100, 4]), input("float32", [1, 3, 100]), int(20), stored("float32", [], [0.5])];
    const { report } = await analyzeNode({ operator: "NonMaxSuppression", inputs });
    expect(report.model.outputs[0]).toMatchObject({ dtype: "int64", shape: [60, 3], status: "at-most" }); // 3 classes · 20
    expect(report.layers[0]!.attributes).toMatchObject({ maxOutput: 20, iouThreshold: 0.5, centred: false });
    const all = await analyzeNode({ operator: "NonMaxSuppression", inputs: [...inputs, stored("float32", [], [-Infinity])] });
    expect(all.report.layers[0]!.attributes).not.toHaveProperty("scoreThreshold"); // which all boxes pass
    const none = await analyzeNode({ operator: "NonMaxSuppression", inputs: [...inputs, stored("float32", [], [Infinity])] });
    expect(none.report.layers[0]!.attributes).toMatchObject({ scoreThreshold: Number.MAX_VALUE });
    // Without a number, no box is kept.
    expect(await outputsOf({ operator: "NonMaxSuppression", inputs: inputs.slice(0, 2) })).toEqual(["int64 0×3"]);
  });

  it("bounds Unique by all elements", async () => {
    const { report } = await analyzeNode({ operator: "Unique", inputs: [input("int64", [2, 3])], outputs: 4 });
    expect(report.model.outputs.map((output) => "shape" in output && output.shape)).toEqual([[6], [6], [6], [6]]);
    expect(report.model.outputs[0]).toMatchObject({ status: "at-most" });
    const known = input("int64", [2, 2], [1, 2, 1, 2]);
    expect(await outputsOf({ operator: "Unique", inputs: [known], attributes: { axis: 0 } })).toEqual(["int64 1×2"]); // one row, twice
  });

  it("bounds Compress by its condition", async () => {
    const x = input("float32", [5, 4]);
    const { report } = await analyzeNode({ operator: "Compress", inputs: [x, input("bool", [3])], attributes: { axis: 0 } });
    expect(report.model.outputs[0]).toMatchObject({ shape: [3, 4], status: "at-most" });
    expect(await outputsOf({ operator: "Compress", inputs: [x, input("bool", [3], [0, 1, 1])] })).toEqual(["float32 2"]);
    await expect(analyzeNode({ operator: "Compress", inputs: [x, input("int64", [3])] })).rejects.toThrow(
      "the condition must be a vector of bool, not int64 3",
    );
  });

  it("says that the size of a decoded image is not known", async () => {
    const { report } = await analyzeNode({ operator: "ImageDecoder", inputs: [input("uint8", [1000])] });
    expect(report.coverage.undescribed).toEqual([{ operator: "ImageDecoder", layers: 1 }]);
    expect(report.diagnostics[0]?.message).toBe('ImageDecoder "node" (onnx ImageDecoder): the size of the image is not known');
  });
});
