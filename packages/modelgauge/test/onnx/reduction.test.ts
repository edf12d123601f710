import { describe, expect, it } from "vitest";
import { analyzeNode, input, stored } from "./analyze-node.ts";

describe("reducing ONNX operators", () => {
  it.each([
    ["ReduceSum", 20], // 24 − 4 adds
    ["ReduceProd", 20],
    ["ReduceMax", 20],
    ["ReduceMin", 20],
    ["ReduceMean", 24], // and 4 divisions
    ["ReduceL1", 44], // 24 absolute values, 20 adds
    ["ReduceL2", 48], // 24 squares, 20 adds, 4 roots
    ["ReduceSumSquare", 44],
    ["ReduceLogSum", 24], // 20 adds, 4 logarithms
    ["ReduceLogSumExp", 48], // 24 exponentials, 20 adds, 4 logarithms
  ])("%s of 2×3×4 over the middle and the first axis takes %i operations", async (operator, operations) => {
    const axes = [0, -2];
    const asInput = { operator, inputs: [input("float32", [2, 3, 4]), stored("int64", [2], axes)] };
    const asAttribute = { operator, inputs: [input("float32", [2, 3, 4])], attributes: { axes, keepdims: 0 }, version: 11 };
    const newer = await analyzeNode(asInput);
    expect(newer.outputs).toEqual(["float32 1×1×4"]);
    expect(newer.report.totals["ops"]?.["total"]?.value).toBe(operations);
    const older = await analyzeNode(asAttribute);
    expect(older.outputs).toEqual(["float32 4"]);
    expect(older.report.totals["ops"]?.["total"]?.value).toBe(operations);
  });

  it("reduces all axes where none are named, or none at all when asked", async () => {
    const x = input("float32", [2, 3]);
    const none = stored("int64", [0], []);
    expect((await analyzeNode({ operator: "ReduceSum", inputs: [x] })).outputs).toEqual(["float32 1×1"]);
    expect((await analyzeNode({ operator: "ReduceSum", inputs: [x, none], attributes: { keepdims: 0 } })).outputs).toEqual(["float32 "]);
    const attributes = { noop_with_empty_axes: 1 };
    const noop = await analyzeNode({ operator: "ReduceSum", inputs: [x, none], attributes });
    expect(noop.outputs).toEqual(["float32 2×3"]);
    expect(noop.report.totals["ops"]?.["total"]?.value).toBe(0);
  });

  it("says when the axes are not known", async () => {
    const { report } = await analyzeNode({ operator: "ReduceMax", inputs: [input("float32", [2, 3]), input("int64", [1])] });
    expect(report.coverage.undescribed).toEqual([{ operator: "ReduceMax", layers: 1 }]);
    expect(report.diagnostics[0]?.message).toBe('ReduceMax "node" (onnx ReduceMax): the axes that it reduces are not known');
  });

  it.each(["ArgMax", "ArgMin"])("%s finds indices along an axis", async (operator) => {
    const inputs = [input("float32", [2, 3, 4])];
    expect((await analyzeNode({ operator, inputs })).outputs).toEqual(["int64 1×3×4"]);
    const attributes = { axis: -1, keepdims: 0, select_last_index: 1 };
    const { outputs, report } = await analyzeNode({ operator, inputs, attributes });
    expect(outputs).toEqual(["int64 2×3"]);
    expect(report.totals["ops"]?.["total"]?.value).toBe(18); // 24 − 6 comparisons
    await expect(analyzeNode({ operator, inputs, attributes: { axis: 3 } })).rejects.toThrow(
      "axis 3 lies outside a tensor of 3 dimensions",
    );
  });

  it.each(["CumSum", "CumProd"])("%s follows an axis", async (operator) => {
    const { outputs, report } = await analyzeNode({ operator, inputs: [input("float32", [5, 4]), stored("int64", [], [0])], version: 26 });
    expect(outputs).toEqual(["float32 5×4"]);
    expect(report.totals["ops"]?.["total"]).toMatchObject({ value: 16, status: "exact" }); // 4 lines of 5 elements take 4 each
  });

  it("bounds the work of CumSum along an unknown axis", async () => {
    const { outputs, report } = await analyzeNode({ operator: "CumSum", inputs: [input("float32", [5, 4]), input("int64", [])] });
    expect(outputs).toEqual(["float32 5×4"]);
    expect(report.totals["ops"]?.["total"]).toMatchObject({ value: 16, status: "at-most" }); // along the other axis 15
  });

  it("takes the k greatest with TopK, as an attribute or an input", async () => {
    const x = input("float32", [2, 6]);
    expect((await analyzeNode({ operator: "TopK", inputs: [x], attributes: { k: 4 }, outputs: 2, version: 1 })).outputs).toEqual([
      "float32 2×4",
      "int64 2×4",
    ]);
    const k = stored("int64", [1], [1]);
    expect((await analyzeNode({ operator: "TopK", inputs: [x, k], attributes: { axis: 0, largest: 0 }, outputs: 2 })).outputs).toEqual([
      "float32 1×6",
      "int64 1×6",
    ]);
  });

  it("takes at most all with TopK where k is not known", async () => {
    const { report } = await analyzeNode({ operator: "TopK", inputs: [input("float32", [2, 6]), input("int64", [1])], outputs: 2 });
    expect(report.model.outputs[0]).toMatchObject({ shape: [2, 6], status: "at-most" });
  });
});
