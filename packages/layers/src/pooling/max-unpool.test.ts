import { describeLayer, float32, int64, layerTypeSuite } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxUnpool } from "./max-unpool.ts";
import { pool } from "./pool.ts";

describe("max-unpool", () => {
  const inputs = { x: float32(1, 2, 3, 3), indices: int64(1, 2, 3, 3) };

  it("spreads maxima over what the window covers", () => {
    expect(describeLayer(maxUnpool, inputs, { kernel: [2, 3], strides: [2, 2], pads: [0, 1, 0, 0] })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [1, 2, 6, 6] }], // 2 · 2 + 2; 2 · 2 + 3 − 1
      work: {},
    });
  });

  it("has the shape that is asked for", () => {
    expect(describeLayer(maxUnpool, inputs, { kernel: [2, 2], shape: [1, 2, 7, 8] }).outputs[0]).toMatchObject({ shape: [1, 2, 7, 8] });
    expect(() => describeLayer(maxUnpool, inputs, { kernel: [2, 2], shape: [7, 8] })).toThrow(
      "the output's shape is 7×8, the input 1×2×3×3",
    );
    expect(() => describeLayer(maxUnpool, { ...inputs, indices: int64(1, 2, 9) }, { kernel: [2, 2] })).toThrow(
      "indices is 1×2×9, not 1×2×3×3",
    );
  });

  it("undoes a pooling that leaves nothing over", () => {
    const size = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(size, size, size, (channels, positions, kernel) => {
        const x = float32(1, channels, positions * kernel);
        const window = { kernel: [kernel], strides: [kernel] };
        const [y, indices] = describeLayer(pool, { x }, { function: "max", indices: true, ...window }).outputs as [typeof x, typeof x];
        expect(describeLayer(maxUnpool, { x: y, indices }, window).outputs).toEqual([x]);
      }),
    );
  });

  layerTypeSuite(maxUnpool, {
    cases: [
      {
        inputs: { x: float32(1, 2, 3, 3), indices: int64(1, 2, 3, 3) },
        attributes: { kernel: [2, 3], strides: [2, 2], pads: [0, 1, 0, 0] },
        batch: { x: 0, indices: 0 },
      },
      { inputs: { x: float32(1, 4, 6), indices: int64(1, 4, 6) }, attributes: { kernel: [9], strides: [9] }, batch: { x: 0, indices: 0 } },
    ],
  });
});
