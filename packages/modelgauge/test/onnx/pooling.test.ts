import { describe, expect, it } from "vitest";
import { analyzeNode, input } from "./analyze-node.ts";

const maps = input("float32", [1, 64, 112, 112]);

describe("pooling", () => {
  it("MaxPool gives indices out where they are used", async () => {
    const attributes = { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] };
    const { outputs } = await analyzeNode({ operator: "MaxPool", inputs: [maps], attributes, outputs: 2 });
    expect(outputs).toEqual(["float32 1×64×56×56", "int64 1×64×56×56"]);
  });

  it("rounds up with ceil_mode, but not beyond auto_pad", async () => {
    const attributes = { kernel_shape: [3, 3], strides: [2, 2] };
    const sizes = async (more: object): Promise<readonly string[]> =>
      (await analyzeNode({ operator: "AveragePool", inputs: [maps], attributes: { ...attributes, ...more } })).outputs;
    expect(await sizes({})).toEqual(["float32 1×64×55×55"]); // ⌊109 / 2⌋ + 1
    expect(await sizes({ ceil_mode: 1 })).toEqual(["float32 1×64×56×56"]);
    expect(await sizes({ ceil_mode: 1, auto_pad: "VALID" })).toEqual(["float32 1×64×55×55"]);
  });

  it("LpPool, GlobalAveragePool, GlobalMaxPool, GlobalLpPool", async () => {
    const lp = await analyzeNode({ operator: "LpPool", inputs: [maps], attributes: { kernel_shape: [2, 2], strides: [2, 2] } });
    expect(lp.outputs).toEqual(["float32 1×64×56×56"]);
    for (const operator of ["GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool"]) {
      expect((await analyzeNode({ operator, inputs: [maps] })).outputs).toEqual(["float32 1×64×1×1"]);
    }
  });

  it("refuses a pool without a kernel", async () => {
    await expect(analyzeNode({ operator: "MaxPool", inputs: [maps] })).rejects.toThrow('MaxPool "node": attribute kernel_shape is missing');
  });
});
