import { describe, expect, it } from "vitest";
import { analyzeNode, input, ints, outputsOf } from "./analyze-node.ts";

const x = input("float32", [2, 3, 4]);

describe("ONNX operators that tell or change shapes", () => {
  it("reads the target of Reshape from an attribute, then from an input", async () => {
    expect(await outputsOf({ operator: "Reshape", inputs: [x], attributes: { shape: [6, -1] }, version: 1 })).toEqual(["float32 6×4"]);
    expect(await outputsOf({ operator: "Reshape", inputs: [x, ints(4, 0, -1)] })).toEqual(["float32 4×3×2"]); // 24 / (4 · 3)
    expect(await outputsOf({ operator: "Reshape", inputs: [x, ints()] }).catch(String)).toContain("24 elements, not 1");
  });

  it("takes a 0 of Reshape as it stands with allowzero", async () => {
    const empty = input("float32", [0, 3]);
    const attributes = { allowzero: 1 };
    expect(await outputsOf({ operator: "Reshape", inputs: [empty, ints(7, 0)], attributes })).toEqual(["float32 7×0"]);
    await expect(analyzeNode({ operator: "Reshape", inputs: [empty, ints(-1, 0)], attributes })).rejects.toThrow(
      'Reshape "node": -1×0 has both a 0 and a −1, and attribute allowzero is set',
    );
  });

  it("refuses targets of Reshape that do not fit", async () => {
    await expect(analyzeNode({ operator: "Reshape", inputs: [x, ints(5, 5)] })).rejects.toThrow(
      'reshape "node" (onnx Reshape): 2×3×4 does not fit into 5×5: 24 elements, not 25',
    );
    await expect(analyzeNode({ operator: "Reshape", inputs: [x, ints(1, 1, 1, 0)] })).rejects.toThrow(
      "the 0 at place 3 of the target copies a size that 2×3×4 has not",
    );
    await expect(analyzeNode({ operator: "Reshape", inputs: [x] })).rejects.toThrow("attribute shape is missing");
  });

  it("flattens with an unknown target of one size, and says so of others", async () => {
    expect(await outputsOf({ operator: "Reshape", inputs: [x, input("int64", [1])] })).toEqual(["float32 24"]);
    const { outputs, report } = await analyzeNode({ operator: "Reshape", inputs: [x, input("int64", [2])] });
    expect(outputs).toEqual(["unknown"]);
    expect(report.diagnostics[0]?.message).toBe('Reshape "node" (onnx Reshape): its target shape is not known');
  });

  it.each([
    [0, "1×24"],
    [1, "2×12"],
    [3, "24×1"],
    [-1, "6×4"],
  ])("flattens at axis %i", async (axis, shape) => {
    expect(await outputsOf({ operator: "Flatten", inputs: [x], attributes: { axis } })).toEqual([`float32 ${shape}`]);
  });

  it("refuses to flatten at an axis that is none", async () => {
    await expect(analyzeNode({ operator: "Flatten", inputs: [x], attributes: { axis: 4 } })).rejects.toThrow(
      "axis 4 lies outside a tensor of 3 dimensions",
    );
  });

  it("removes axes with Squeeze", async () => {
    const thin = input("float32", [1, 3, 1, 2]);
    expect(await outputsOf({ operator: "Squeeze", inputs: [thin] })).toEqual(["float32 3×2"]);
    expect(await outputsOf({ operator: "Squeeze", inputs: [thin, ints(-2)] })).toEqual(["float32 1×3×2"]);
    expect(await outputsOf({ operator: "Squeeze", inputs: [thin], attributes: { axes: [0] }, version: 11 })).toEqual(["float32 3×1×2"]);
    await expect(analyzeNode({ operator: "Squeeze", inputs: [thin, ints(1)] })).rejects.toThrow(
      'Squeeze "node": axis 1 of 1×3×1×2 has size 3: only axes of size 1 are removed',
    );
  });

  it("inserts axes with Unsqueeze", async () => {
    expect(await outputsOf({ operator: "Unsqueeze", inputs: [x, ints(0, -1)] })).toEqual(["float32 1×2×3×4×1"]);
    expect(await outputsOf({ operator: "Unsqueeze", inputs: [x], attributes: { axes: [2] }, version: 11 })).toEqual(["float32 2×3×1×4"]);
    await expect(analyzeNode({ operator: "Unsqueeze", inputs: [x, ints(0, -5)] })).rejects.toThrow("axes 0, -5 name one axis twice");
  });

  it("tells sizes with Shape and Size", async () => {
    expect(await outputsOf({ operator: "Shape", inputs: [x] })).toEqual(["int64 3"]);
    expect(await outputsOf({ operator: "Shape", inputs: [x], attributes: { start: -2, end: 2 } })).toEqual(["int64 1"]);
    expect(await outputsOf({ operator: "Size", inputs: [x] })).toEqual(["int64 "]);
  });

  it("views cost nothing", async () => {
    const { report } = await analyzeNode({ operator: "Reshape", inputs: [x, ints(-1)] });
    expect(report.totals["ops"]?.["total"]?.value).toBe(0);
    expect(report.totals["activations"]?.["total"]?.value).toBe(24); // the input alone
  });
});
