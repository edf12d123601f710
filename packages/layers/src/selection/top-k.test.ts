import { describeLayer, float32, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { topK } from "./top-k.ts";

describe("top-k", () => {
  it("leaves k elements along the axis", () => {
    expect(describeLayer(topK, { x: float32(4, 100) }, { k: 7 })).toMatchObject({
      outputs: [
        { dtype: "float32", shape: [4, 7] },
        { dtype: "int64", shape: [4, 7] },
      ],
      work: { compare: 1200 }, // 400 · ⌈log2 8⌉
      status: "estimate",
    });
  });

  it("sorts as an array does", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 20 }), fc.nat(), (elements, seed) => {
        const k = seed % (elements.length + 1);
        const [values, indices] = describeLayer(topK, { x: tensor("int64", [elements.length], elements) }, { k, largest: false }).values;
        expect(values).toEqual(elements.toSorted((a, b) => a - b).slice(0, k));
        expect(indices!.map((index) => elements[index as number])).toEqual(values);
      }),
    );
  });

  it("finds the greatest, the first of equal ones first, along any axis", () => {
    const x = tensor("float32", [3, 2], [1, 9, 5, 9, 5, 0]);
    expect(describeLayer(topK, { x }, { k: 2, axis: 0 }).values).toEqual([
      [5, 9, 5, 9],
      [1, 0, 2, 1],
    ]);
  });

  it("refuses more than there are", () => {
    expect(() => describeLayer(topK, { x: float32(3) }, { k: 4 })).toThrow("axis 0 has 3 elements, fewer than k = 4");
  });

  layerTypeSuite(topK, {
    cases: [
      { inputs: { x: float32(4, 100) }, attributes: { k: 7 }, batch: { x: 0 } },
      {
        inputs: {
          x: int64Values(1344471274, -1965409197, 1301251817, 496370941, -1479997795, 425783214, 475121988, -13826480, -258853187),
        },
        attributes: { k: 3, largest: false },
      },
    ],
  });
});
