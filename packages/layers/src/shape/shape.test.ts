import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { shape } from "./shape.ts";

const apply = (attributes: object = {}, x = float32(2, 3, 4)) => describeLayer(shape, { x }, { ...attributes });

describe("shape", () => {
  it("tells the sizes without reading the tensor", () => {
    expect(apply()).toMatchObject({ outputs: [{ dtype: "int64", shape: [3] }], values: [[2, 3, 4]], work: {}, traffic: { read: 0 } });
    expect(apply({}, float32())).toMatchObject({ outputs: [{ shape: [0] }], values: [[]] });
  });

  it("takes some of the dimensions, clamped to those there are", () => {
    expect(apply({ start: 1 }).values).toEqual([[3, 4]]);
    expect(apply({ start: -1 }).values).toEqual([[4]]);
    expect(apply({ end: -1 }).values).toEqual([[2, 3]]);
    expect(apply({ start: -10, end: 10 }).values).toEqual([[2, 3, 4]]);
    expect(apply({ start: 2, end: 1 })).toMatchObject({ outputs: [{ shape: [0] }], values: [[]] });
  });

  it("tells sizes beyond 2^53 exactly", () => {
    expect(apply({}, float32(2 ** 60)).values).toEqual([[2n ** 60n]]);
  });

  layerTypeSuite(shape, {
    cases: [{ inputs: { x: float32(2, 3, 4) } }, { inputs: { x: float32(2, 3, 4) }, attributes: { start: -10, end: 10 } }],
  });
});
