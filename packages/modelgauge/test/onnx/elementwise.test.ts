import { describe, expect, it } from "vitest";
import { analyzeNode, input, stored } from "./analyze-node.ts";

describe("element-wise ONNX operators", () => {
  it.each([
    ["Add", "float32", "float32"],
    ["Sub", "float32", "float32"],
    ["Mul", "float32", "float32"],
    ["Div", "int32", "int32"],
    ["Pow", "float32", "float32"],
    ["And", "bool", "bool"],
    ["Or", "bool", "bool"],
    ["Xor", "bool", "bool"],
    ["Equal", "int64", "bool"],
    ["Greater", "float32", "bool"],
    ["GreaterOrEqual", "float32", "bool"],
    ["Less", "float32", "bool"],
    ["LessOrEqual", "float32", "bool"],
    ["BitwiseAnd", "uint8", "uint8"],
    ["BitwiseOr", "uint8", "uint8"],
    ["BitwiseXor", "uint8", "uint8"],
  ] as const)("%s broadcasts %s, and gives %s", async (operator, from, to) => {
    const { outputs, report } = await analyzeNode({ operator, inputs: [input(from, [2, 1, 3]), input(from, [4, 1])] });
    expect(outputs).toEqual([`${to} 2×4×3`]);
    expect(report.totals["ops"]?.["total"]?.value).toBe(24); // one operation for each of 2 · 4 · 3 elements
  });

  it("gives a power the base's dtype", async () => {
    const { outputs } = await analyzeNode({ operator: "Pow", inputs: [input("int32", [3]), input("float32", [3])] });
    expect(outputs).toEqual(["int32 3"]);
  });

  it("counts a stored operand of a product as parameters", async () => {
    const { params } = await analyzeNode({ operator: "Mul", inputs: [input("float32", [2, 3]), stored("float32", [3])] });
    expect(params).toBe(3);
  });

  it("aligns the second operand at an axis before version 7", async () => {
    const inputs = [input("float32", [2, 3, 4, 5]), input("float32", [3, 4])];
    const { outputs, types } = await analyzeNode({ operator: "Add", inputs, attributes: { broadcast: 1, axis: 1 }, version: 6 });
    expect(outputs).toEqual(["float32 2×3×4×5"]);
    expect(types).toEqual(["reshape", "elementwise"]);
    await expect(analyzeNode({ operator: "Add", inputs, attributes: { broadcast: 1, axis: 3 }, version: 6 })).rejects.toThrow(
      'Add "node": 3×4 at axis 3 does not fit into 2×3×4×5',
    );
    await expect(analyzeNode({ operator: "Add", inputs })).rejects.toThrow("shapes 2×3×4×5 and 3×4 do not broadcast: 5 against 4");
  });

  it.each(["Max", "Min", "Mean", "Sum"])("%s takes any number of inputs", async (operator) => {
    const { outputs, report } = await analyzeNode({
      operator,
      inputs: [input("float32", [3]), input("float32", [2, 3]), input("float32", [1])],
    });
    expect(outputs).toEqual(["float32 2×3"]);
    // Two operations for each of 6 elements; Mean also divides.
    expect(report.totals["ops"]?.["total"]?.value).toBe(operator === "Mean" ? 18 : 12);
  });

  it("tells the two kinds of Mod", async () => {
    const inputs = [stored("int64", [2], [-7, 7]), stored("int64", [2], [3, -3])];
    const attributes = async (fmod: number): Promise<unknown> =>
      (await analyzeNode({ operator: "Mod", inputs, attributes: { fmod } })).report.layers[0]!.attributes;
    expect(await attributes(0)).toEqual({ function: "mod" });
    expect(await attributes(1)).toEqual({ function: "fmod" });
  });

  it("shifts bits in a direction", async () => {
    const inputs = [input("uint8", [4]), input("uint8", [1])];
    const { outputs, report } = await analyzeNode({ operator: "BitShift", inputs, attributes: { direction: "RIGHT" } });
    expect(outputs).toEqual(["uint8 4"]);
    expect(report.layers[0]!.attributes).toEqual({ function: "shift-right" });
    await expect(analyzeNode({ operator: "BitShift", inputs })).rejects.toThrow('BitShift "node": attribute direction is missing');
    await expect(analyzeNode({ operator: "BitShift", inputs, attributes: { direction: "UP" } })).rejects.toThrow(
      'attribute direction is "UP", not one of LEFT, RIGHT',
    );
  });

  it("chooses by a condition with Where", async () => {
    const { outputs } = await analyzeNode({
      operator: "Where",
      inputs: [input("bool", [2, 1]), input("float16", [3]), stored("float16", [])],
    });
    expect(outputs).toEqual(["float16 2×3"]);
    await expect(
      analyzeNode({ operator: "Where", inputs: [input("float32", [2]), input("float32", [2]), input("float32", [2])] }),
    ).rejects.toThrow("the condition must be bool, not float32");
  });
});
