import { describe, expect, it } from "vitest";
import { analyzeNode, input, stored } from "./analyze-node.ts";

const x = input("float32", [2, 3, 4]); // 24 elements
const opsOf = async (node: Parameters<typeof analyzeNode>[0]): Promise<number | null | undefined> =>
  (await analyzeNode(node)).report.totals["ops"]?.["total"]?.value;

describe("functions of one element", () => {
  it("counts the operations of a function's definition", async () => {
    const perElement = { Relu: 1, Sigmoid: 3, Tanh: 1, Erf: 1, Softplus: 3, HardSwish: 5, Exp: 1, Neg: 1, Floor: 1, Sqrt: 1 };
    for (const [operator, operations] of Object.entries(perElement))
      expect([operator, await opsOf({ operator, inputs: [x] })]).toEqual([operator, 24 * operations]);
  });

  it("tells the two forms of Gelu apart", async () => {
    expect(await opsOf({ operator: "Gelu", inputs: [x] })).toBe(24 * 5); // erf, three multiplications, an add
    expect(await opsOf({ operator: "Gelu", inputs: [x], attributes: { approximate: "tanh" } })).toBe(24 * 9); // tanh, six, two
  });

  it("IsNaN answers bool", async () => {
    expect((await analyzeNode({ operator: "IsNaN", inputs: [x] })).outputs).toEqual(["bool 2×3×4"]);
  });

  it("Clip takes bounds as attributes or as inputs, which are no parameters", async () => {
    const bounds = [stored("float32", [], [0]), stored("float32", [], [6])];
    expect(await analyzeNode({ operator: "Clip", inputs: [x, ...bounds] })).toMatchObject({ outputs: ["float32 2×3×4"], params: 0 });
    expect((await analyzeNode({ operator: "Clip", inputs: [x], attributes: { max: { float: 6 } }, version: 6 })).outputs).toEqual([
      "float32 2×3×4",
    ]);
  });

  it("PRelu has a trained slope", async () => {
    expect(await analyzeNode({ operator: "PRelu", inputs: [x, stored("float32", [3, 1])] })).toMatchObject({
      outputs: ["float32 2×3×4"],
      params: 3,
    });
  });

  it("Softmax normalises one axis since version 13, all from an axis on before", async () => {
    const axes = async (version: number): Promise<unknown> =>
      (await analyzeNode({ operator: "Softmax", inputs: [x], version })).report.layers[0]?.attributes["axes"];
    expect(await axes(13)).toEqual([-1]);
    expect(await axes(11)).toEqual([1, 2]);
    for (const operator of ["LogSoftmax", "Hardmax"])
      expect((await analyzeNode({ operator, inputs: [x] })).outputs).toEqual(["float32 2×3×4"]);
  });

  it("Dropout passes on, and gives a mask in the dtype of the version", async () => {
    const mask = async (version: number): Promise<readonly string[]> =>
      (await analyzeNode({ operator: "Dropout", inputs: [x], outputs: 2, version })).outputs;
    expect(await mask(13)).toEqual(["float32 2×3×4", "bool 2×3×4"]);
    expect(await mask(7)).toEqual(["float32 2×3×4", "float32 2×3×4"]);
    expect(await opsOf({ operator: "Dropout", inputs: [x] })).toBe(0);
  });

  it("SwiGLU is a swish and a product", async () => {
    expect(await analyzeNode({ operator: "SwiGLU", inputs: [x, x], version: 28 })).toMatchObject({
      outputs: ["float32 2×3×4"],
      types: ["activation", "elementwise"],
    });
  });
});

describe("losses over classes", () => {
  const target = input("int64", [2, 4]);

  it("NegativeLogLikelihoodLoss and SoftmaxCrossEntropyLoss reduce as they are told", async () => {
    const each = await analyzeNode({ operator: "NegativeLogLikelihoodLoss", inputs: [x, target], attributes: { reduction: "none" } });
    expect(each.outputs).toEqual(["float32 2×4"]);
    const mean = await analyzeNode({ operator: "SoftmaxCrossEntropyLoss", inputs: [x, target], outputs: 2 });
    expect(mean.outputs).toEqual(["float32 ", "float32 2×3×4"]);
  });
});
