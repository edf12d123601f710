import type { Description } from "@modelgauge/core";
import { buildTestModel, float32, layerOf, type NetworkBuilder, testModel } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { macsByClass } from "./work-class.ts";

/** Classes of a layer with a stored weight, over an input of so many elements. */
function classesOf(description: Partial<Description>, { elements = 100, stored = true } = {}): Record<string, number> {
  const model = testModel("one layer", (network: NetworkBuilder) => {
    const inputs = [network.input("x", float32(elements))];
    const weights = stored ? [network.stored("w", [10])] : [];
    return network.layer({ name: "layer", inputs, weights }, { outputs: [float32(1)], work: {}, ...description });
  });
  return Object.fromEntries(macsByClass(layerOf(buildTestModel(model), "layer")));
}

const of = (count: number, rows: number, columns: number, depth: number): Partial<Description> => ({
  work: { mac: count * rows * columns * depth },
  products: [{ count, rows, columns, depth }],
});

describe("macsByClass", () => {
  it("takes a product whose rows read each element once for a matrix product: a linear layer, a pointwise convolution, patches", () => {
    expect(classesOf(of(1, 10, 7, 10))).toEqual({ matmul: 700 });
  });

  it("takes one whose rows read elements again for a convolution", () => {
    expect(classesOf(of(1, 10, 7, 90))).toEqual({ convolution: 6300 }); // windows of 90 elements at 10 places of 100 elements
  });

  it("takes products side by side for a grouped convolution, or a depthwise one where each has one column", () => {
    expect(classesOf(of(4, 10, 7, 90))).toEqual({ "grouped-convolution": 25_200 });
    expect(classesOf(of(4, 10, 1, 9))).toEqual({ "depthwise-convolution": 360 });
  });

  it("takes products of activations alone for attention's, however they are arranged", () => {
    expect(classesOf(of(12, 10, 10, 64), { stored: false })).toEqual({ attention: 76_800 });
    expect(classesOf({ work: { mac: 5 } }, { stored: false })).toEqual({ attention: 5 });
  });

  it("knows no class of what does not say how it is arranged", () => {
    expect(classesOf({ work: { mac: 5 } })).toEqual({ undefined: 5 });
    expect(classesOf({ work: { add: 5 } })).toEqual({});
  });

  it("tells products of several classes apart", () => {
    const products = [...of(1, 10, 7, 10).products!, ...of(2, 5, 1, 5).products!];
    expect(classesOf({ work: { mac: 750 }, products })).toEqual({ matmul: 700, "depthwise-convolution": 50 });
  });
});
