import { describe, expect, it } from "vitest";
import { analyzeNode, input, stored, type TestNode } from "./analyze-node.ts";

const image = input("float32", [1, 3, 224, 224]);
const weight = stored("float32", [64, 3, 7, 7]);
const conv = (attributes: TestNode["attributes"], inputs: TestNode["inputs"] = [image, weight]) =>
  analyzeNode({ operator: "Conv", inputs, attributes: attributes ?? {} });

describe("Conv", () => {
  it("reads kernel and channels off the weight", async () => {
    const { outputs, macs, params } = await conv({ strides: [2, 2], pads: [3, 3, 3, 3] }, [image, weight, stored("float32", [64])]);
    expect(outputs).toEqual(["float32 1×64×112×112"]); // ⌊(224 + 6 − 7) / 2⌋ + 1
    expect(macs).toBe(118_013_952); // 64 · 112 · 112 · 3 · 49
    expect(params).toBe(9_472); // 64 · 3 · 49 + 64
  });

  it("pads as auto_pad says", async () => {
    const outputs = async (attributes: TestNode["attributes"]): Promise<readonly string[]> => (await conv(attributes)).outputs;
    expect(await outputs({ auto_pad: "SAME_UPPER", strides: [3, 3] })).toEqual(["float32 1×64×75×75"]); // ⌈224 / 3⌉
    expect(await outputs({ auto_pad: "SAME_LOWER" })).toEqual(["float32 1×64×224×224"]);
    expect(await outputs({ auto_pad: "VALID" })).toEqual(["float32 1×64×218×218"]); // 224 − 7 + 1
  });

  it("refuses what does not fit, in one line", async () => {
    await expect(conv({ group: 2 })).rejects.toThrow('Conv "node": the input has 3 channels, the weight expects 6');
    await expect(conv({ kernel_shape: [5, 5] })).rejects.toThrow("kernel_shape is 5×5, the weight's kernel is 7×7");
    await expect(conv({ auto_pad: "NONSENSE" })).rejects.toThrow(
      'attribute auto_pad is "NONSENSE", not one of NOTSET, SAME_UPPER, SAME_LOWER, VALID',
    );
    await expect(conv({ strides: "2" })).rejects.toThrow("attribute strides is of type string, not ints");
    await expect(conv({ dilations: [0, 1] })).rejects.toThrow('conv "node" (onnx Conv): attribute dilations[0]: must be at least 1');
    await expect(conv({}, [image])).rejects.toThrow("input 1 (weight) is missing");
  });
});

describe("ConvTranspose", () => {
  const deconv = (attributes: TestNode["attributes"]) =>
    analyzeNode({
      operator: "ConvTranspose",
      inputs: [input("float32", [1, 16, 10, 10]), stored("float32", [16, 8, 3, 3])],
      attributes: attributes ?? {},
    });

  it("counts what each input element adds", async () => {
    const { outputs, macs } = await deconv({ strides: [2, 2], pads: [1, 1, 1, 1], output_padding: [1, 1] });
    expect(outputs).toEqual(["float32 1×8×20×20"]); // 9 · 2 + 1 + 3 − 2
    expect(macs).toBe(115_200); // 16 · 10 · 10 · 8 · 9
  });

  it("finds the padding that gives a wanted shape", async () => {
    expect((await deconv({ strides: [2, 2], output_shape: [20, 19] })).outputs).toEqual(["float32 1×8×20×19"]);
    expect((await deconv({ strides: [2, 2], auto_pad: "SAME_UPPER" })).outputs).toEqual(["float32 1×8×20×20"]);
  });
});

describe("integer and deformable convolutions", () => {
  const x = input("uint8", [1, 3, 8, 8]);
  const w = stored("int8", [4, 3, 3, 3]);
  const scale = stored("float32", [], [0.5]);

  it("ConvInteger accumulates in int32; zero points are no parameters", async () => {
    const { outputs, macs, params } = await analyzeNode({
      operator: "ConvInteger",
      inputs: [x, w, stored("uint8", [], [1]), stored("int8", [4], [0, 1, 2, 3])],
    });
    expect(outputs).toEqual(["int32 1×4×6×6"]);
    expect(macs).toBe(3_888); // 4 · 6 · 6 · 27
    expect(params).toBe(108); // 4 · 27
  });

  it("QLinearConv scales back to the dtype of its zero point", async () => {
    const zero = stored("uint8", [], [0]);
    const { outputs, params, report } = await analyzeNode({
      operator: "QLinearConv",
      inputs: [x, scale, zero, w, scale, stored("int8", [], [0]), scale, zero, stored("int32", [4])],
    });
    expect(outputs).toEqual(["uint8 1×4×6×6"]);
    expect(params).toBe(112); // 108 + 4
    expect(report.totals["flops"]?.["total"]?.value).toBe(0);
  });

  it("DeformConv reads offsets and mask as inputs", async () => {
    const { outputs, macs } = await analyzeNode({
      operator: "DeformConv",
      inputs: [
        input("float32", [1, 3, 8, 8]),
        stored("float32", [4, 3, 3, 3]),
        input("float32", [1, 18, 6, 6]),
        undefined,
        input("float32", [1, 9, 6, 6]),
      ],
    });
    expect(outputs).toEqual(["float32 1×4×6×6"]);
    expect(macs).toBe(3_888);
  });

  it("CausalConvWithState sees its past, and gives its state out", async () => {
    const inputs = [input("float32", [2, 4, 8]), stored("float32", [4, 1, 3]), undefined, input("float32", [2, 4, 2])];
    const { outputs, macs } = await analyzeNode({
      operator: "CausalConvWithState",
      inputs,
      attributes: { activation: "silu" },
      outputs: 2,
      version: 27,
    });
    expect(outputs).toEqual(["float32 2×4×8", "float32 2×4×2"]);
    expect(macs).toBe(192); // 2 · 4 · 8 · 3
  });
});
