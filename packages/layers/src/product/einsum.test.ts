import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { einsum } from "./einsum.ts";
import { matmul } from "./matmul.ts";

const apply = (equation: string, ...shapes: readonly (readonly number[])[]) =>
  describeLayer(einsum, { xs: shapes.map((shape) => float32(...shape)) }, { equation });
const shapeOf = (equation: string, ...shapes: readonly (readonly number[])[]): unknown => {
  const [output] = apply(equation, ...shapes).outputs;
  return output && "shape" in output ? output.shape : undefined;
};

describe("einsum", () => {
  it("multiplies and sums over the indices that the output lacks", () => {
    expect(apply("bhqd, bhkd -> bhqk", [2, 12, 128, 64], [2, 12, 100, 64])).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 12, 128, 100] }],
      work: { mac: 19_660_800 }, // 2 · 12 · 128 · 100 · 64
      products: [{ count: 24, rows: 128, columns: 100, depth: 64 }],
    });
  });

  it("only multiplies where nothing is summed", () => {
    expect(apply("i,j->ij", [5], [7]).work).toEqual({ multiply: 35 });
    expect(apply("ij,ij->ij", [5, 7], [5, 7]).work).toEqual({ multiply: 35 });
  });

  it("sums, transposes and takes diagonals of one operand", () => {
    expect(apply("ij->ji", [2, 3])).toMatchObject({ outputs: [{ shape: [3, 2] }], work: {} });
    expect(apply("ij->i", [2, 3])).toMatchObject({ outputs: [{ shape: [2] }], work: { add: 4 } }); // 6 elements into 2
    expect(apply("ii->i", [3, 3])).toMatchObject({ outputs: [{ shape: [3] }], work: {} });
    expect(apply("ii", [3, 3])).toMatchObject({ outputs: [{ shape: [] }], work: { add: 2 } });
  });

  it("sums what only one operand has before it multiplies", () => {
    // x's k goes first: 2 · 3 · 4 − 2 · 3 adds; then 2 · 3 · 5 MACs
    expect(apply("ijk,jl->il", [2, 3, 4], [3, 5]).work).toEqual({ add: 18, mac: 30 });
  });

  it("contracts from left to right", () => {
    // bn,anm → bam over n: 2 · 3 · 4 · 5; then bam,bm → ba over m: 2 · 4 · 5
    expect(apply("bn,anm,bm->ba", [2, 3], [4, 3, 5], [2, 5])).toMatchObject({ outputs: [{ shape: [2, 4] }], work: { mac: 160 } });
  });

  it("orders an implicit output by the alphabet, capitals first", () => {
    expect(shapeOf("ba", [2, 3])).toEqual([3, 2]);
    expect(shapeOf("jk,ij", [3, 4], [2, 3])).toEqual([2, 4]);
    expect(shapeOf("aB", [2, 3])).toEqual([3, 2]);
    expect(shapeOf("...ij,...jk", [7, 1, 2, 3], [5, 3, 4])).toEqual([7, 5, 2, 4]);
  });

  it("broadcasts what ellipses stand for", () => {
    expect(apply("...ij,...jk->...ik", [7, 1, 2, 3], [5, 3, 4])).toMatchObject({
      outputs: [{ shape: [7, 5, 2, 4] }],
      work: { mac: 840 }, // 7 · 5 · 2 · 4 · 3
    });
    expect(shapeOf("i...,i...->...i", [3, 4], [3, 1])).toEqual([4, 3]);
    expect(apply("...i->i", [4, 3])).toMatchObject({ outputs: [{ shape: [3] }], work: { add: 9 } });
  });

  it("refuses what is no equation, or does not fit", () => {
    expect(() => apply("i1->i", [2, 3])).toThrow('"i1->i" is no Einstein summation');
    expect(() => apply("i.j", [2, 3])).toThrow('"i.j" has dots that are not one ellipsis');
    expect(() => apply("...i...", [2, 3])).toThrow('"...i..." has dots that are not one ellipsis');
    expect(() => apply("ij,jk", [2, 3])).toThrow("the equation has 2 operands, 1 are given");
    expect(() => apply("ij", [2, 3, 4])).toThrow('operand 0 has 3 dimensions, "ij" names 2');
    expect(() => apply("ij,jk", [2, 3], [4, 5])).toThrow('index "j" is 3 and 4');
    expect(() => apply("ii", [2, 1])).toThrow('index "i" is 2 and 1 in operand 0');
    expect(() => apply("ij->ik", [2, 3])).toThrow('output index "k" is in no operand');
    expect(() => apply("ij->ii", [2, 3])).toThrow('an index stands twice in the output "ii"');
    expect(() => describeLayer(einsum, { xs: [tensor("int64", [2]), float32(2)] }, { equation: "i,i" })).toThrow("different dtypes");
  });

  it("agrees with matmul", () => {
    const size = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(size, size, size, size, (batch, rows, inner, columns) => {
        const product = describeLayer(matmul, { a: float32(batch, rows, inner), b: float32(batch, inner, columns) });
        expect(apply("bij,bjk->bik", [batch, rows, inner], [batch, inner, columns])).toEqual(product);
      }),
    );
  });

  layerTypeSuite(einsum, {
    cases: [
      {
        inputs: { xs: [float32(2, 12, 128, 64), float32(2, 12, 100, 64)] },
        attributes: { equation: "bhqd, bhkd -> bhqk" },
        batch: { xs: 0 },
      },
    ],
  });
});
