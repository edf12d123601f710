import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightsOf } from "../../test/weights-of.ts";
import { batchNorm } from "./batch-norm.ts";

describe("batch-norm", () => {
  it("scales and shifts each element", () => {
    const { outputs, work } = describeLayer(batchNorm, { x: float32(2, 64, 112, 112) });
    expect(outputs).toEqual([{ dtype: "float32", shape: [2, 64, 112, 112] }]);
    expect(work).toEqual({ multiply: 1_605_632, add: 1_605_632 }); // 2 · 64 · 112 · 112
  });

  it("holds four vectors of its channels, two of them trained", () => {
    expect(weightsOf(batchNorm, { x: float32(2, 64, 9) })).toEqual({
      scale: [64],
      bias: { shape: [64], role: "bias" },
      mean: { shape: [64], role: "buffer" },
      variance: { shape: [64], role: "buffer" },
    });
    expect(weightsOf(batchNorm, { x: float32(2, 9, 64) }, { layout: "channels-last", scale: false, shift: false })).toEqual({
      mean: { shape: [64], role: "buffer" },
      variance: { shape: [64], role: "buffer" },
    });
    expect(weightsOf(batchNorm, { x: float32(9) }, { scale: false, shift: false })).toMatchObject({ mean: { shape: [1] } });
  });

  it("gives out the statistics of the batch when training", () => {
    const { outputs, work } = describeLayer(batchNorm, { x: tensor("float16", [8, 3]) }, { training: true, statisticsDtype: "float32" });
    expect(outputs).toEqual([
      { dtype: "float16", shape: [8, 3] },
      { dtype: "float32", shape: [3] },
      { dtype: "float32", shape: [3] },
    ]);
    expect(work).toEqual({ multiply: 60, add: 105, divide: 9, sqrt: 3 }); // 24 · 2 + 3 · 4; 24 · 4 + 3 · 3
  });

  it("gives out as many statistics as are asked for", () => {
    const count = (attributes: object): number => describeLayer(batchNorm, { x: float32(8, 3) }, { ...attributes }).outputs.length - 1;
    expect(count({})).toBe(0);
    expect(count({ statistics: 2 })).toBe(2);
    expect(count({ training: true, statistics: 4 })).toBe(4);
    expect(() => count({ statistics: 9 })).toThrow("attribute statistics: must be at most 8");
  });

  it("needs a batch", () => {
    expect(() => describeLayer(batchNorm, { x: float32() })).toThrow("a scalar has no batch");
  });

  it("is linear in the elements", () => {
    const size = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(size, size, size, (batch, channels, width) => {
        const adds = (n: number): number => describeLayer(batchNorm, { x: float32(n, channels, width) }).work.add!;
        expect(adds(3 * batch)).toBe(3 * adds(batch));
      }),
    );
  });

  layerTypeSuite(batchNorm, {
    cases: [
      { inputs: { x: float32(2, 64, 112, 112) }, batch: { x: 0 } },
      { inputs: { x: tensor("float16", [8, 3]) }, attributes: { training: true, statisticsDtype: "float32" }, batch: { x: 0 } },
    ],
  });
});
