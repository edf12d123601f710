import { describe, expect, it } from "vitest";
import { analyzeNode, input, stored, type TestNode } from "./analyze-node.ts";

const x = input("float32", [1, 2, 10, 20]);
const scales = (...values: readonly number[]): ReturnType<typeof stored> => stored("float32", [values.length], values);
const sizes = (...values: readonly number[]): ReturnType<typeof stored> => stored("int64", [values.length], values);
const resize = async (inputs: TestNode["inputs"], attributes: TestNode["attributes"] = {}, version = 19): Promise<readonly string[]> =>
  (await analyzeNode({ operator: "Resize", inputs: [x, ...inputs], attributes, version })).outputs;

describe("Resize", () => {
  it("multiplies by scales in float32, rounding down", async () => {
    expect(await resize([undefined, scales(1, 1, 2, 0.5)])).toEqual(["float32 1×2×20×10"]);
    // 1.1 in float32 is a little more than 1.1: 10 × 1.1 is 11 and not 10
    expect(await resize([undefined, scales(1, 1, 1.1, 1.1)])).toEqual(["float32 1×2×11×22"]);
    expect(await resize([scales(1, 1, 2, 2)], {}, 10)).toEqual(["float32 1×2×20×40"]);
  });

  it("takes sizes, of some axes, keeping the aspect ratio", async () => {
    expect(await resize([undefined, undefined, sizes(1, 2, 7, 9)])).toEqual(["float32 1×2×7×9"]);
    expect(await resize([undefined, undefined, sizes(30, 30)], { axes: [2, 3] })).toEqual(["float32 1×2×30×30"]);
    const kept = { axes: [2, 3], keep_aspect_ratio_policy: "not_larger" };
    expect(await resize([undefined, undefined, sizes(30, 30)], kept)).toEqual(["float32 1×2×15×30"]); // × 1.5
  });

  it("resizes the part that roi leaves", async () => {
    const roi = scales(0, 0, 0.25, 0.25, 1, 1, 0.75, 0.75);
    expect(await resize([roi, scales(1, 1, 2, 2)], { coordinate_transformation_mode: "tf_crop_and_resize" })).toEqual([
      "float32 1×2×10×20",
    ]);
  });

  it("refuses scales that are none", async () => {
    await expect(resize([undefined, scales(1, 1, 0, 1)])).rejects.toThrow('Resize "node": a scale of 0 is no scale');
    await expect(resize([undefined, scales(1, 1)])).rejects.toThrow("there are 2 scales for 4 axes");
  });

  it("says that nothing is known where neither scales nor sizes are", async () => {
    const { report } = await analyzeNode({ operator: "Resize", inputs: [x, undefined, input("float32", [4])], version: 19 });
    expect(report.coverage.undescribed).toEqual([{ operator: "Resize", layers: 1 }]);
    expect(report.diagnostics[0]?.message).toBe('Resize "node" (onnx Resize): neither its scales nor its sizes are known');
  });
});

describe("Upsample, DepthToSpace, SpaceToDepth", () => {
  it("change sizes", async () => {
    const outputs = async (node: TestNode): Promise<readonly string[]> => (await analyzeNode(node)).outputs;
    expect(await outputs({ operator: "Upsample", inputs: [x, scales(1, 1, 2, 2)], version: 9 })).toEqual(["float32 1×2×20×40"]);
    expect(await outputs({ operator: "DepthToSpace", inputs: [input("float32", [1, 8, 2, 3])], attributes: { blocksize: 2 } })).toEqual([
      "float32 1×2×4×6",
    ]);
    expect(await outputs({ operator: "SpaceToDepth", inputs: [input("float32", [1, 2, 4, 6])], attributes: { blocksize: 2 } })).toEqual([
      "float32 1×8×2×3",
    ]);
    await expect(outputs({ operator: "DepthToSpace", inputs: [x] })).rejects.toThrow("attribute blocksize is missing");
  });
});
