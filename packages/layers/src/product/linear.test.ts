import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { weightsOf } from "../../test/weights-of.ts";
import { linear } from "./linear.ts";

describe("linear", () => {
  it("connects every input to every unit", () => {
    const { outputs, work, products } = describeLayer(linear, { x: float32(8, 9216) }, { units: 4096, bias: true });
    expect(products).toEqual([{ count: 1, rows: 8, columns: 4096, depth: 9216 }]);
    expect(outputs).toEqual([{ dtype: "float32", shape: [8, 4096] }]);
    expect(work).toEqual({ mac: 301_989_888, add: 32_768 }); // 8 · 4096 · 9216; 8 · 4096
  });

  it("works along the last dimension", () => {
    expect(describeLayer(linear, { x: float32(2, 128, 768) }, { units: 3072 })).toMatchObject({
      outputs: [{ shape: [2, 128, 3072] }],
      work: { mac: 603_979_776 }, // 2 · 128 · 3072 · 768
    });
    expect(describeLayer(linear, { x: float32(5) }, { units: 2 })).toMatchObject({ outputs: [{ shape: [2] }], work: { mac: 10 } });
    expect(() => describeLayer(linear, { x: float32() }, { units: 2 })).toThrow("a scalar has no dimension to connect");
  });

  it("holds a matrix and a bias", () => {
    expect(weightsOf(linear, { x: float32(1, 30) }, { units: 10, bias: true })).toEqual({
      weight: [10, 30],
      bias: { shape: [10], role: "bias" },
    });
    expect(weightsOf(linear, { x: float32(1, 30) }, { units: 10 })).toEqual({ weight: [10, 30] });
  });

  it("gives sums of narrow integers another dtype", () => {
    const x = tensor("int8", [1, 30]);
    expect(describeLayer(linear, { x }, { units: 10, dtype: "float32" })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [1, 10] }],
      work: { mac: 300, convert: 10, multiply: 10 },
    });
  });

  layerTypeSuite(linear, {
    cases: [{ inputs: { x: float32(8, 9216) }, attributes: { units: 4096, bias: true }, batch: { x: 0 } }],
  });
});
