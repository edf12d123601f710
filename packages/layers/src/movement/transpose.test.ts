import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tensorOutput } from "../values/tensor-output.ts";
import { transpose } from "./transpose.ts";

const iota = (...shape: readonly number[]) =>
  tensor(
    "int64",
    shape,
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, position) => position),
  );

describe("transpose", () => {
  it("moves dimensions, and computes nothing", () => {
    expect(describeLayer(transpose, { x: float32(2, 3, 4) }, { permutation: [2, 0, 1] })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [4, 2, 3] }],
      work: {},
    });
    expect(describeLayer(transpose, { x: float32(2, 3, 4) }).outputs[0]).toMatchObject({ shape: [4, 3, 2] });
  });

  it("moves values along", () => {
    expect(describeLayer(transpose, { x: iota(2, 3) }).values).toEqual([[0, 3, 1, 4, 2, 5]]);
    // Output [k, i, j] is input [i, j, k]: 0-based positions 4i + 2j + k of a 2×2×2 tensor.
    expect(describeLayer(transpose, { x: iota(2, 2, 2) }, { permutation: [2, 0, 1] }).values).toEqual([[0, 2, 4, 6, 1, 3, 5, 7]]);
  });

  it("is undone by the inverse order", () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(fc.tuple(...Array.from({ length: 4 }, () => fc.nat(3))), orders, (shape, permutation) => {
        const there = describeLayer(transpose, { x: iota(...shape) }, { permutation });
        const inverse = permutation.map((_, axis) => permutation.indexOf(axis));
        const moved = tensor("int64", tensorOutput(there.outputs).shape, there.values[0]);
        const back = describeLayer(transpose, { x: moved }, { permutation: inverse });
        expect(back.outputs[0]).toMatchObject({ shape });
        expect(back.values[0]).toEqual(iota(...shape).values);
      }),
    );
  });

  it("refuses what is no order of the dimensions", () => {
    expect(() => describeLayer(transpose, { x: float32(2, 3) }, { permutation: [0, 0] })).toThrow("[0, 0] is no order of 2 dimensions");
    expect(() => describeLayer(transpose, { x: float32(2, 3) }, { permutation: [0, 5] })).toThrow("[0, 5] is no order of 2 dimensions");
    expect(() => describeLayer(transpose, { x: float32(2, 3) }, { permutation: [0] })).toThrow("[0] is no order of 2 dimensions");
  });

  layerTypeSuite(transpose, {
    cases: [{ inputs: { x: float32(2, 3, 4) }, attributes: { permutation: [2, 0, 1] }, batch: { x: 0 } }],
  });
});
