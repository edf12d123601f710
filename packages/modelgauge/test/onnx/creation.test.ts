import { describe, expect, it } from "vitest";
import { analyzeNode, input, int, ints, outputsOf, stored } from "./analyze-node.ts";

describe("ONNX operators that create tensors", () => {
  it("fills a shape with ConstantOfShape, with float32 zeros where no value is told", async () => {
    expect(await outputsOf({ operator: "ConstantOfShape", inputs: [ints(2, 3)] })).toEqual(["float32 2×3"]);
    expect(await outputsOf({ operator: "ConstantOfShape", inputs: [ints()] })).toEqual(["float32 "]);
    const attributes = { value: { tensor: stored("int64", [1], [7]) } };
    expect(await outputsOf({ operator: "ConstantOfShape", inputs: [ints(4)], attributes })).toEqual(["int64 4"]);
    await expect(
      analyzeNode({ operator: "ConstantOfShape", inputs: [ints(4)], attributes: { value: { tensor: ints(1, 2) } } }),
    ).rejects.toThrow('ConstantOfShape "node": attribute value has 2 elements, one is expected');
  });

  it("counts up and down with Range", async () => {
    expect(await outputsOf({ operator: "Range", inputs: [int(1), int(10), int(4)] })).toEqual(["int64 3"]); // 1, 5, 9
    const steps = [5, 0, -2].map((value) => stored("float32", [], [value]));
    expect(await outputsOf({ operator: "Range", inputs: steps })).toEqual(["float32 3"]); // 5, 3, 1
    const { report } = await analyzeNode({ operator: "Range", inputs: [int(0), input("int64", []), int(1)] });
    expect(report.diagnostics[0]?.message).toBe('Range "node" (onnx Range): its start, limit or step is not known');
  });

  it("makes a diagonal with EyeLike", async () => {
    expect(await outputsOf({ operator: "EyeLike", inputs: [input("int32", [3, 5])] })).toEqual(["int32 3×5"]);
    expect(await outputsOf({ operator: "EyeLike", inputs: [input("int32", [3, 5])], attributes: { dtype: 1 } })).toEqual(["float32 3×5"]);
    await expect(analyzeNode({ operator: "EyeLike", inputs: [input("int32", [3])] })).rejects.toThrow("the input is 3, not a matrix");
  });

  it("marks indices with OneHot", async () => {
    const inputs = [input("int64", [2, 3]), stored("float32", [1], [10]), stored("float16", [2])];
    expect(await outputsOf({ operator: "OneHot", inputs })).toEqual(["float16 2×3×10"]);
    expect(await outputsOf({ operator: "OneHot", inputs, attributes: { axis: 0 } })).toEqual(["float16 10×2×3"]);
  });

  it("draws random numbers of a shape, or like another tensor", async () => {
    const shape = [2, 3];
    const uniform = await analyzeNode({ operator: "RandomUniform", inputs: [], attributes: { shape } });
    expect(uniform.outputs).toEqual(["float32 2×3"]);
    expect(uniform.report.totals["ops"]?.["total"]?.value).toBe(6);
    const normal = await analyzeNode({ operator: "RandomNormal", inputs: [], attributes: { shape, scale: { float: 2 }, dtype: 11 } });
    expect(normal.outputs).toEqual(["float64 2×3"]);
    expect(normal.report.totals["ops"]?.["total"]?.value).toBe(18); // drawn, multiplied, added
    const like = [input("float16", [4])];
    expect(await outputsOf({ operator: "RandomNormalLike", inputs: like })).toEqual(["float16 4"]);
    expect(await outputsOf({ operator: "RandomUniformLike", inputs: like, attributes: { dtype: 1 } })).toEqual(["float32 4"]);
    await expect(analyzeNode({ operator: "RandomNormal", inputs: [] })).rejects.toThrow("attribute shape is missing");
  });

  it("draws by probabilities", async () => {
    expect(await outputsOf({ operator: "Bernoulli", inputs: [input("float32", [3])] })).toEqual(["float32 3"]);
    expect(await outputsOf({ operator: "Bernoulli", inputs: [input("float32", [3])], attributes: { dtype: 9 } })).toEqual(["bool 3"]);
    const inputs = [input("float32", [2, 10])];
    expect(await outputsOf({ operator: "Multinomial", inputs })).toEqual(["int32 2×1"]);
    expect(await outputsOf({ operator: "Multinomial", inputs, attributes: { sample_size: 5, dtype: 7 } })).toEqual(["int64 2×5"]);
  });

  it.each([
    ["HannWindow", 40], // a cosine, two multiplications and an add for each of 10 elements
    ["HammingWindow", 40],
    ["BlackmanWindow", 80],
  ])("makes a %s", async (operator, operations) => {
    const { outputs, report } = await analyzeNode({ operator, inputs: [int(10)], attributes: { output_datatype: 11 } });
    expect(outputs).toEqual(["float64 10"]);
    expect(report.totals["ops"]?.["total"]?.value).toBe(operations);
  });

  it("makes mel weights", async () => {
    const edge = stored("float32", [], [0]);
    const inputs = [int(8), int(16), int(8192), edge, edge];
    expect(await outputsOf({ operator: "MelWeightMatrix", inputs })).toEqual(["float32 9×8"]); // 16 / 2 + 1 bins
  });
});
