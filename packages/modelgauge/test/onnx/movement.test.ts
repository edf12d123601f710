import { describe, expect, it } from "vitest";
import { analyzeNode, input, ints, outputsOf, stored } from "./analyze-node.ts";

const x = input("float32", [2, 3, 4]);

describe("ONNX operators that move data", () => {
  it("transposes", async () => {
    expect(await outputsOf({ operator: "Transpose", inputs: [x] })).toEqual(["float32 4×3×2"]);
    expect(await outputsOf({ operator: "Transpose", inputs: [x], attributes: { perm: [1, 0, 2] } })).toEqual(["float32 3×2×4"]);
    await expect(analyzeNode({ operator: "Transpose", inputs: [x], attributes: { perm: [0, 1] } })).rejects.toThrow(
      "[0, 1] is no order of 3 dimensions",
    );
  });

  it("joins with Concat, along axis 1 in version 1", async () => {
    const inputs = [x, input("float32", [2, 5, 4])];
    expect(await outputsOf({ operator: "Concat", inputs, version: 1 })).toEqual(["float32 2×8×4"]);
    expect(await outputsOf({ operator: "Concat", inputs, attributes: { axis: -2 } })).toEqual(["float32 2×8×4"]);
    await expect(analyzeNode({ operator: "Concat", inputs })).rejects.toThrow('Concat "node": attribute axis is missing');
  });

  it("splits into parts of told sizes", async () => {
    const parts = ["float32 2×3×1", "float32 2×3×3"];
    expect(await outputsOf({ operator: "Split", inputs: [x, ints(1, 3)], attributes: { axis: 2 }, outputs: 2 })).toEqual(parts);
    const attributes = { axis: 2, split: [1, 3] };
    expect(await outputsOf({ operator: "Split", inputs: [x], attributes, outputs: 2, version: 11 })).toEqual(parts);
    await expect(analyzeNode({ operator: "Split", inputs: [x, ints(1, 3)], attributes: { axis: 1 }, outputs: 2 })).rejects.toThrow(
      "parts of 1 + 3 do not make up axis 1, of size 3",
    );
  });

  it("splits into equal parts, the last of which may be smaller since version 18", async () => {
    expect(await outputsOf({ operator: "Split", inputs: [x], outputs: 2, version: 13 })).toEqual(["float32 1×3×4", "float32 1×3×4"]);
    expect(await outputsOf({ operator: "Split", inputs: [x], attributes: { axis: 1, num_outputs: 2 }, outputs: 2 })).toEqual([
      "float32 2×2×4",
      "float32 2×1×4",
    ]);
    await expect(analyzeNode({ operator: "Split", inputs: [x], attributes: { axis: 1 }, outputs: 2, version: 13 })).rejects.toThrow(
      "3 elements do not divide into 2 equal parts",
    );
    await expect(analyzeNode({ operator: "Split", inputs: [x], attributes: { num_outputs: 2 }, outputs: 3 })).rejects.toThrow(
      "num_outputs is 2, there are 3 outputs",
    );
  });

  it.each([
    // Axis of size 10: [start, end, step] → size.
    [[1, 7, 2], 3], // 1, 3, 5
    [[-4, 100, 1], 4], // 6 to 9
    [[0, -1, 1], 9],
    [[-1, -100, -3], 4], // 9, 6, 3, 0
    [[8, 2, 1], 0],
    [[20, 0, -2], 5], // 9, 7, 5, 3, 1
  ] as const)("slices %j of ten elements", async ([start, end, step], size) => {
    const inputs = [input("float32", [10, 2]), ints(start), ints(end), ints(0), ints(step)];
    expect(await outputsOf({ operator: "Slice", inputs })).toEqual([`float32 ${size}×2`]);
  });

  it("slices by attributes before version 10", async () => {
    const attributes = { starts: [1, 0], ends: [1000, 1], axes: [1, 2] };
    expect(await outputsOf({ operator: "Slice", inputs: [x], attributes, version: 9 })).toEqual(["float32 2×2×1"]);
    expect(await outputsOf({ operator: "DynamicSlice", inputs: [x, ints(1), ints(2)], version: 9 })).toEqual(["float32 1×3×4"]);
  });

  it("bounds a slice that is not known", async () => {
    const { report } = await analyzeNode({ operator: "Slice", inputs: [x, input("int64", [1]), ints(2)] });
    expect(report.model.outputs[0]).toMatchObject({ shape: [2, 3, 4], status: "at-most" });
  });

  it("refuses bounds that do not belong together", async () => {
    await expect(analyzeNode({ operator: "Slice", inputs: [x, ints(0, 1), ints(1)] })).rejects.toThrow(
      'Slice "node": there are 2 starts and 1 ends',
    );
    await expect(analyzeNode({ operator: "Slice", inputs: [x, ints(0), ints(1), ints(0), ints(0)] })).rejects.toThrow("a step is 0");
    await expect(analyzeNode({ operator: "Slice", inputs: [x, ints(0, 0, 0, 0), ints(1, 1, 1, 1)] })).rejects.toThrow(
      "there are bounds of 4 dimensions, the input has 3",
    );
  });

  it("gathers slices, elements, and by vectors", async () => {
    expect(await outputsOf({ operator: "Gather", inputs: [x, input("int64", [5, 6])], attributes: { axis: 1 } })).toEqual([
      "float32 2×5×6×4",
    ]);
    expect(await outputsOf({ operator: "GatherElements", inputs: [x, input("int64", [2, 1, 4])], attributes: { axis: 1 } })).toEqual([
      "float32 2×1×4",
    ]);
    expect(await outputsOf({ operator: "GatherND", inputs: [x, input("int64", [2, 7, 1])], attributes: { batch_dims: 1 } })).toEqual([
      "float32 2×7×4",
    ]);
  });

  it("counts the rows of a stored table as parameters, and reads those that it takes", async () => {
    const { params, report } = await analyzeNode({ operator: "Gather", inputs: [stored("float32", [1000, 8]), input("int64", [3])] });
    expect(params).toBe(8000);
    expect(report.model.outputs[0]).toMatchObject({ shape: [3, 8] });
  });

  it.each(["Scatter", "ScatterElements"])("%s writes elements", async (operator) => {
    const updates = [input("int64", [1, 3, 4]), input("float32", [1, 3, 4])];
    expect(await outputsOf({ operator, inputs: [x, ...updates] })).toEqual(["float32 2×3×4"]);
  });

  it("counts what a scatter adds", async () => {
    const inputs = [x, input("int64", [5, 1]), input("float32", [5, 3, 4])];
    const { outputs, report } = await analyzeNode({ operator: "ScatterND", inputs, attributes: { reduction: "add" } });
    expect(outputs).toEqual(["float32 2×3×4"]);
    expect(report.totals["ops"]?.["total"]?.value).toBe(60); // 5 · 3 · 4
    await expect(analyzeNode({ operator: "ScatterND", inputs, attributes: { reduction: "sub" } })).rejects.toThrow(
      'attribute reduction is "sub", not one of none, add, mul, max, min',
    );
  });

  it("pads all dimensions, or those that axes name", async () => {
    expect(await outputsOf({ operator: "Pad", inputs: [x, ints(0, 1, -1, 0, 2, 0)] })).toEqual(["float32 2×6×3"]);
    expect(await outputsOf({ operator: "Pad", inputs: [x, ints(1, 2), undefined, ints(-1)] })).toEqual(["float32 2×3×7"]);
    expect(await outputsOf({ operator: "Pad", inputs: [x], attributes: { pads: [0, 0, 1, 0, 0, 1] }, version: 2 })).toEqual([
      "float32 2×3×6",
    ]);
    expect(await outputsOf({ operator: "Pad", inputs: [x], attributes: { paddings: [0, 0, 1, 0, 0, 1] }, version: 1 })).toEqual([
      "float32 2×3×6",
    ]);
    await expect(analyzeNode({ operator: "Pad", inputs: [x, ints(1, 1)] })).rejects.toThrow('Pad "node": 3 dimensions take 6 pads, not 2');
  });

  it("repeats with Tile, along one axis in version 1", async () => {
    expect(await outputsOf({ operator: "Tile", inputs: [x, ints(1, 2, 3)] })).toEqual(["float32 2×6×12"]);
    const inputs = [x, stored("float32", [1], [5]), stored("float32", [1], [1])];
    expect(await outputsOf({ operator: "Tile", inputs, version: 1 })).toEqual(["float32 2×15×4"]);
  });

  it("broadcasts with Expand, in both directions", async () => {
    expect(await outputsOf({ operator: "Expand", inputs: [input("float32", [3, 1]), ints(2, 1, 6)] })).toEqual(["float32 2×3×6"]);
    const { report } = await analyzeNode({ operator: "Expand", inputs: [x, input("int64", [3])] });
    expect(report.diagnostics[0]?.message).toContain("its target shape is not known");
  });

  it("crops and pads around the middle", async () => {
    const { outputs, report } = await analyzeNode({ operator: "CenterCropPad", inputs: [input("float32", [20, 5]), ints(9, 8)] });
    expect(outputs).toEqual(["float32 9×8"]);
    // 20 − 9 = 11 go: 5 before, 6 behind; 8 − 5 = 3 come: 1 before, 2 behind.
    expect(report.layers[0]!.attributes["pads"]).toEqual([-5, 1, -6, 2]);
    expect(await outputsOf({ operator: "CenterCropPad", inputs: [x, ints(7)], attributes: { axes: [-1] } })).toEqual(["float32 2×3×7"]);
    await expect(analyzeNode({ operator: "CenterCropPad", inputs: [x, ints(7)] })).rejects.toThrow("there are 1 sizes for 3 axes");
  });

  it("keeps triangles with Trilu", async () => {
    const attributesOf = async (upper: number): Promise<unknown> =>
      (await analyzeNode({ operator: "Trilu", inputs: [x, stored("int64", [], [-1])], attributes: { upper } })).report.layers[0]!
        .attributes;
    expect(await attributesOf(1)).toEqual({ from: -1 });
    expect(await attributesOf(0)).toEqual({ to: -1 });
    expect(await outputsOf({ operator: "Trilu", inputs: [x, input("int64", [])] })).toEqual(["float32 2×3×4"]);
  });

  it("turns sequences round with ReverseSequence", async () => {
    expect(await outputsOf({ operator: "ReverseSequence", inputs: [x, input("int64", [3])] })).toEqual(["float32 2×3×4"]);
    await expect(analyzeNode({ operator: "ReverseSequence", inputs: [x, input("int64", [2])] })).rejects.toThrow(
      "there are lengths of 2 for 3 sequences",
    );
  });

  it("writes into a cache with TensorScatter", async () => {
    const inputs = [input("float16", [2, 8, 128, 64]), input("float16", [2, 8, 1, 64]), input("int64", [2])];
    expect(await outputsOf({ operator: "TensorScatter", inputs, version: 24 })).toEqual(["float16 2×8×128×64"]);
  });

  it("folds blocks into an image with Col2Im", async () => {
    const inputs = [input("float32", [1, 10, 5]), ints(5, 5), ints(1, 5)];
    expect(await outputsOf({ operator: "Col2Im", inputs })).toEqual(["float32 1×2×5×5"]);
    await expect(analyzeNode({ operator: "Col2Im", inputs, attributes: { strides: [2, 1] } })).rejects.toThrow(
      "there are 5 blocks, the image has 3", // (5 − 1) / 2 + 1
    );
  });
});
