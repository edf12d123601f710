import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { depthToSpace } from "./depth-to-space.ts";
import { spaceToDepth } from "./space-to-depth.ts";

describe("depth-to-space", () => {
  it("moves channels into blocks", () => {
    expect(describeLayer(depthToSpace, { x: float32(1, 12, 4, 5) }, { blockSize: 2 })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [1, 3, 8, 10] }],
      work: {},
    });
    const last = describeLayer(depthToSpace, { x: float32(1, 4, 18) }, { blockSize: 3, layout: "channels-last" });
    expect(last.outputs[0]).toMatchObject({ shape: [1, 12, 6] });
  });

  it("needs channels for whole blocks", () => {
    expect(() => describeLayer(depthToSpace, { x: float32(1, 6, 4, 4) }, { blockSize: 2 })).toThrow(
      "6 channels do not divide into blocks of 4 elements",
    );
  });

  it("undoes space-to-depth", () => {
    const size = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(size, size, size, size, (channels, height, width, blockSize) => {
        const x = float32(2, channels, height * blockSize, width * blockSize);
        const [deep] = describeLayer(spaceToDepth, { x }, { blockSize }).outputs as [typeof x];
        expect(describeLayer(depthToSpace, { x: deep }, { blockSize }).outputs).toEqual([x]);
      }),
    );
  });

  layerTypeSuite(depthToSpace, {
    cases: [
      { inputs: { x: float32(1, 12, 4, 5) }, attributes: { blockSize: 2 }, batch: { x: 0 } },
      { inputs: { x: float32(1, 4, 18) }, attributes: { blockSize: 3, layout: "channels-last" }, batch: { x: 0 } },
    ],
  });
});
