import { describe, expect, it } from "vitest";
import { analyzeNode, input, outputsOf, stored } from "./analyze-node.ts";

const x = input("float32", [2, 3, 4]);

describe("ONNX operators that convert elements", () => {
  it("casts to a type that is told by number, or before version 6 by name", async () => {
    const { outputs, report } = await analyzeNode({ operator: "Cast", inputs: [x], attributes: { to: 16 } });
    expect(outputs).toEqual(["bfloat16 2×3×4"]);
    expect(report.totals["ops"]?.["total"]?.value).toBe(24);
    expect(await outputsOf({ operator: "Cast", inputs: [x], attributes: { to: "DOUBLE" }, version: 1 })).toEqual(["float64 2×3×4"]);
    expect(await outputsOf({ operator: "Cast", inputs: [x], attributes: { to: "INT64" }, version: 1 })).toEqual(["int64 2×3×4"]);
  });

  it("refuses types that are none", async () => {
    await expect(analyzeNode({ operator: "Cast", inputs: [x] })).rejects.toThrow('Cast "node": attribute to is missing');
    await expect(analyzeNode({ operator: "Cast", inputs: [x], attributes: { to: 99 } })).rejects.toThrow(
      "attribute to is 99, which is no element type",
    );
    await expect(analyzeNode({ operator: "Cast", inputs: [x], attributes: { to: "HALF" }, version: 1 })).rejects.toThrow(
      'attribute to is "HALF", which is no element type',
    );
  });

  it("casts like another tensor", async () => {
    expect(await outputsOf({ operator: "CastLike", inputs: [x, input("uint8", [1])] })).toEqual(["uint8 2×3×4"]);
  });

  it("reads the same bits as another type", async () => {
    expect(await outputsOf({ operator: "BitCast", inputs: [x], attributes: { to: 12 }, version: 26 })).toEqual(["uint32 2×3×4"]);
  });

  it("quantises to the type of the zero point, the one that is told, or uint8", async () => {
    const scale = stored("float32", []);
    expect(await outputsOf({ operator: "QuantizeLinear", inputs: [x, scale, stored("int8", [])] })).toEqual(["int8 2×3×4"]);
    expect(await outputsOf({ operator: "QuantizeLinear", inputs: [x, scale], attributes: { output_dtype: 22 } })).toEqual(["int4 2×3×4"]);
    expect(await outputsOf({ operator: "QuantizeLinear", inputs: [x, scale], attributes: { output_dtype: 0 } })).toEqual(["uint8 2×3×4"]);
    await expect(analyzeNode({ operator: "QuantizeLinear", inputs: [x, stored("float32", [4])] })).rejects.toThrow(
      'quantize "node" (onnx QuantizeLinear)', // axis 1 has size 3
    );
  });

  it("dequantises to the scale's type, or the one that is told", async () => {
    const inputs = [input("uint8", [2, 3]), stored("float16", [3])];
    expect(await outputsOf({ operator: "DequantizeLinear", inputs })).toEqual(["float16 2×3"]);
    expect(await outputsOf({ operator: "DequantizeLinear", inputs, attributes: { output_dtype: 1 }, version: 23 })).toEqual([
      "float32 2×3",
    ]);
  });

  it("counts a quantised weight as parameters, and scales as none", async () => {
    const { params, bytes } = await analyzeNode({
      operator: "DequantizeLinear",
      inputs: [stored("int4", [64, 32]), stored("float32", [64, 2]), stored("int4", [64, 2])],
      attributes: { axis: 1, block_size: 16 },
    });
    expect(params).toBe(2048); // 64 · 32
    expect(bytes).toBe(1600); // 2048 / 2 for the weight, 128 · 4 for scales, 128 / 2 for zero points
  });

  it("quantises with a scale of its own", async () => {
    const { outputs } = await analyzeNode({ operator: "DynamicQuantizeLinear", inputs: [x], outputs: 3 });
    expect(outputs).toEqual(["uint8 2×3×4", "float32 ", "uint8 "]);
  });
});
