import { describeLayer, float32, int64, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tensorOutput } from "../values/tensor-output.ts";
import { gather } from "./gather.ts";

describe("gather", () => {
  it("looks up rows of a table, and reads only these", () => {
    expect(describeLayer(gather, { x: float32(30_522, 768), indices: int64(1, 128) })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [1, 128, 768] }],
      work: {},
      traffic: { read: 394_240 }, // 128 · 768 · 4 bytes of rows + 128 · 8 of indices
    });
  });

  it("puts the indices' dimensions where the axis was", () => {
    expect(describeLayer(gather, { x: float32(2, 5, 3), indices: int64(4, 7) }, { axis: 1 }).outputs[0]).toMatchObject({
      shape: [2, 4, 7, 3],
    });
    expect(describeLayer(gather, { x: float32(2, 5, 3), indices: int64() }, { axis: -1 }).outputs[0]).toMatchObject({ shape: [2, 5] });
    expect(describeLayer(gather, { x: float32(2, 5, 3), indices: int64(2, 7) }, { axis: 1, batchDims: 1 }).outputs[0]).toMatchObject({
      shape: [2, 7, 3],
    });
  });

  it("evaluates like nested look-ups", () => {
    const shape = [2, 3, 4];
    const values = Array.from({ length: 24 }, (_, position) => position);
    fc.assert(
      fc.property(fc.nat(2), fc.array(fc.nat(1), { minLength: 4, maxLength: 4 }), (axis, rows) => {
        const { outputs, values: taken } = describeLayer(
          gather,
          { x: tensor("int64", shape, values), indices: tensor("int64", [2, 2], rows) },
          { axis },
        );
        const result = tensorOutput(outputs).shape;
        const expected: number[] = [];
        for (let a = 0; a < result[0]!; a++)
          for (let b = 0; b < result[1]!; b++)
            for (let c = 0; c < result[2]!; c++)
              for (let d = 0; d < result[3]!; d++) {
                const out = [a, b, c, d];
                const row = rows[2 * out[axis]! + out[axis + 1]!]!;
                const [i, j, k] = out.toSpliced(axis, 2, row) as [number, number, number];
                expected.push(12 * i + 4 * j + k);
              }
        expect(taken).toEqual([expected]);
      }),
    );
  });

  it("evaluates batch by batch", () => {
    const x = tensor("int64", [2, 3], [10, 11, 12, 20, 21, 22]);
    const indices = tensor("int64", [2, 2], [0, 2, 1, -1]);
    expect(describeLayer(gather, { x, indices }, { axis: 1, batchDims: 1 }).values).toEqual([[10, 12, 21, 22]]);
  });

  it("counts negative indices from the end, and knows nothing of what lies outside", () => {
    expect(describeLayer(gather, { x: int64Values(5, 6, 7), indices: tensor("int64", [], [-1]) }).values).toEqual([[7]]);
    expect(describeLayer(gather, { x: int64Values(5, 6, 7), indices: tensor("int64", [], [3]) }).values).toEqual([undefined]);
    expect(describeLayer(gather, { x: int64(3), indices: tensor("int64", [], [0]) }).values).toEqual([undefined]);
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(gather, { x: float32(2, 3), indices: int64(1) }, { axis: 5 })).toThrow(
      "axis 5 lies outside a tensor of 2 dimensions",
    );
    expect(() => describeLayer(gather, { x: float32(2, 3), indices: float32(1) })).toThrow("the indices must be integers, not float32");
    expect(() => describeLayer(gather, { x: float32(2, 3), indices: int64(4, 1) }, { axis: 1, batchDims: 1 })).toThrow(
      "batch dimension 0 is 2 in x and 4 in the indices",
    );
    expect(() => describeLayer(gather, { x: float32(2, 3), indices: int64(2) }, { batchDims: 1 })).toThrow(
      "1 batch dimensions do not come before axis 0",
    );
  });

  layerTypeSuite(gather, {
    cases: [
      { inputs: { x: float32(30522, 768), indices: int64(1, 128) }, batch: { x: 0, indices: 0 } },
      { inputs: { x: float32(2, 5, 3), indices: int64() }, attributes: { axis: -1 }, batch: { x: 0 } },
      {
        inputs: {
          x: tensor("int64", [2, 3, 4], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]),
          indices: tensor("int64", [2, 2], [0, 0, 0, 0]),
        },
        attributes: { axis: 2 },
      },
    ],
  });
});
