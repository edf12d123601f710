import { describe, expect, it } from "vitest";
import { analyzeNode, input, outputsOf, stored } from "../analyze-node.ts";

describe("com.microsoft.nchwc, channels in blocks", () => {
  const x = input("float32", [1, 16, 8, 8]);
  const node = (operator: string, attributes: object = {}, inputs = [x]) => ({
    operator: `com.microsoft.nchwc::${operator}`,
    inputs,
    attributes: { ...attributes },
  });

  it("com.microsoft.nchwc::Conv convolves", async () => {
    const inputs = [x, stored("float32", [32, 16, 3, 3]), stored("float32", [32]), input("float32", [1, 32, 8, 8])];
    expect(await analyzeNode(node("Conv", { activation: "Relu", pads: [1, 1, 1, 1] }, inputs))).toMatchObject({
      outputs: ["float32 1×32×8×8"],
      types: ["conv", "elementwise", "activation"],
      macs: 294_912, // 32 · 64 · 16 · 9
    });
  });

  it("com.microsoft.nchwc::MaxPool, com.microsoft.nchwc::AveragePool, com.microsoft.nchwc::GlobalMaxPool, com.microsoft.nchwc::GlobalAveragePool pool", async () => {
    const window = { kernel_shape: [2, 2], strides: [2, 2] };
    expect(await outputsOf(node("MaxPool", window))).toEqual(["float32 1×16×4×4"]);
    expect(await outputsOf(node("AveragePool", window))).toEqual(["float32 1×16×4×4"]);
    expect(await outputsOf(node("GlobalMaxPool"))).toEqual(["float32 1×16×1×1"]);
    expect(await outputsOf(node("GlobalAveragePool"))).toEqual(["float32 1×16×1×1"]);
  });

  it("com.microsoft.nchwc::Upsample takes whole factors", async () => {
    expect(await outputsOf(node("Upsample", { scales: [1, 1, 2, 3] }))).toEqual(["float32 1×16×16×24"]);
    await expect(analyzeNode(node("Upsample", { scales: [2, 3] }))).rejects.toThrow("there are 2 scales for 4 dimensions");
  });

  it("com.microsoft.nchwc::ReorderInput, com.microsoft.nchwc::ReorderOutput fill blocks up and empty them", async () => {
    expect(await outputsOf(node("ReorderInput", {}, [input("float32", [1, 20, 8, 8])]))).toEqual(["float32 1×32×8×8"]);
    expect(await outputsOf(node("ReorderInput", { channels_last: 1 }, [input("float32", [1, 8, 8, 20])]))).toEqual(["float32 1×32×8×8"]);
    expect(await outputsOf(node("ReorderOutput", { channels: 10 }))).toEqual(["float32 1×10×8×8"]);
    expect(await outputsOf(node("ReorderOutput", { channels: 10, channels_last: 1 }))).toEqual(["float32 1×8×8×10"]);
  });
});

describe("com.ms.internal.nhwc, channels last", () => {
  const x = input("float32", [1, 8, 8, 4]);
  const node = (operator: string, attributes: object = {}, inputs = [x]) => ({
    operator: `com.ms.internal.nhwc::${operator}`,
    inputs,
    attributes: { ...attributes },
  });

  it("com.ms.internal.nhwc::Conv, com.ms.internal.nhwc::QLinearConv convolve", async () => {
    const inputs = [x, stored("float32", [6, 4, 3, 3])];
    expect(await analyzeNode(node("Conv", {}, inputs))).toMatchObject({ outputs: ["float32 1×6×6×6"], macs: 7_776 }); // 216 · 36
    const quantised = [stored("float32", []), stored("uint8", [])];
    const integers = [input("uint8", [1, 8, 8, 4]), ...quantised, stored("uint8", [6, 4, 3, 3]), ...quantised, ...quantised];
    expect(await analyzeNode(node("QLinearConv", {}, integers))).toMatchObject({ outputs: ["uint8 1×6×6×6"], macs: 7_776 });
  });

  it("com.ms.internal.nhwc::MaxPool, com.ms.internal.nhwc::AveragePool, com.ms.internal.nhwc::LpPool, and global ones, pool", async () => {
    const window = { kernel_shape: [2, 2], strides: [2, 2] };
    for (const operator of ["MaxPool", "AveragePool", "LpPool"])
      expect(await outputsOf(node(operator, window))).toEqual(["float32 1×4×4×4"]);
    const global = ["com.ms.internal.nhwc::GlobalMaxPool", "com.ms.internal.nhwc::GlobalAveragePool", "com.ms.internal.nhwc::GlobalLpPool"];
    for (const operator of global) expect(await outputsOf({ operator, inputs: [x] })).toEqual(["float32 1×1×1×4"]);
  });

  it("com.ms.internal.nhwc::DepthToSpace, com.ms.internal.nhwc::SpaceToDepth move blocks", async () => {
    expect(await outputsOf(node("DepthToSpace", { blocksize: 2 }))).toEqual(["float32 1×16×16×1"]);
    expect(await outputsOf(node("SpaceToDepth", { blocksize: 2 }))).toEqual(["float32 1×4×4×16"]);
  });

  it("com.ms.internal.nhwc::BatchNormalization, com.ms.internal.nhwc::InstanceNormalization normalise", async () => {
    const vectors = Array.from({ length: 4 }, () => stored("float32", [4]));
    expect(await analyzeNode(node("BatchNormalization", {}, [x, ...vectors]))).toMatchObject({ outputs: ["float32 1×8×8×4"], params: 8 });
    expect(await analyzeNode(node("InstanceNormalization", {}, [x, ...vectors.slice(2)]))).toMatchObject({ params: 8 });
    const wrong = analyzeNode(node("BatchNormalization", {}, [input("float32", [1, 4, 8, 8]), ...vectors]));
    await expect(wrong).rejects.toThrow("the input is 1×4×8×8, the scale 4");
  });
});
