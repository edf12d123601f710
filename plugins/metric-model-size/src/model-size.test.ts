import type { Report, Tensor } from "@modelgauge/core";
import { ALEXNET_FIGURES, alexNet, analyzeTestModel, float32, type NetworkBuilder, testModel } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modelSize } from "./model-size.ts";

const measure = (build: (network: NetworkBuilder) => readonly Tensor[]): Report =>
  analyzeTestModel(testModel("test", build), { metrics: [modelSize] });
const output = { outputs: [float32(4)], work: {} };

describe("model-size", () => {
  it("is the lecture's for AlexNet, in fp32 and in int8", () => {
    const size = (bindings: object) => analyzeTestModel(alexNet, { metrics: [modelSize], bindings }).totals["model-size"]?.["total"];
    expect(size({})).toEqual({ value: ALEXNET_FIGURES.bytes, unit: "bytes", status: "exact" }); // 60,954,656 · 4
    expect(size({ precision: { weights: "int8" } })?.value).toBe(60_954_656);
    expect(size({ precision: { activations: "int8" } })?.value).toBe(243_818_624);
  });

  it("tells weights, buffers and constants apart, and counts a shared tensor once", () => {
    const { totals, layers } = measure((network) => {
      const weight = network.stored("weight", [10]); // 40 bytes
      const shape = network.stored("shape", [2], { dtype: "int64", role: "constant" }); // 16 bytes
      network.layer({ name: "a", inputs: [shape], weights: [weight, network.stored("mean", [3], { role: "buffer" })] }, output); // 12 bytes
      return network.layer({ name: "b", inputs: [shape], weights: [weight, network.stored("bias", [1], { role: "bias" })] }, output); // 4 bytes
    });
    expect(totals["model-size"]).toMatchObject({
      total: { value: 72 },
      weights: { value: 44 },
      buffers: { value: 12 },
      constants: { value: 16 },
    });
    expect(layers.map(({ metrics }) => metrics["model-size"]?.["total"]?.value)).toEqual([68, 4]);
  });

  it("rounds up each tensor of less than a byte an element", () => {
    const { totals } = measure((network) =>
      network.layer(
        { name: "a", weights: [network.stored("w", [3], { dtype: "int4" }), network.stored("v", [5], { dtype: "uint2" })] },
        output,
      ),
    );
    expect(totals["model-size"]?.["total"]?.value).toBe(4); // ⌈3 · 4 / 8⌉ + ⌈5 · 2 / 8⌉
  });

  it("takes what the file stores where that is something else, and knows no size of strings otherwise", () => {
    const { totals } = measure((network) => {
      const known = network.stored("words", [2], { dtype: "string", role: "constant", bytes: 11 });
      const unknown = network.stored("others", [2], { dtype: "string", role: "constant" });
      return network.layer({ name: "look-up", inputs: [known, unknown] }, output);
    });
    expect(totals["model-size"]?.["total"]).toMatchObject({ value: 11, status: "at-least" });
  });

  it("leaves out constants that the graph's own structure holds", () => {
    const { totals } = measure((network) => network.layer({ name: "a", inputs: [network.graph.constant("axes", "int64", [3])] }, output));
    expect(totals["model-size"]?.["total"]).toMatchObject({ value: 0, status: "exact" });
  });

  it("never grows with a narrower dtype", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 }), (shape) => {
        const bytes = (["float32", "float16", "int8", "int4"] as const).map((weights) => {
          const model = testModel("test", (network) => network.layer({ name: "a", weights: [network.stored("w", shape)] }, output));
          return analyzeTestModel(model, { metrics: [modelSize], bindings: { precision: { weights } } }).totals["model-size"]!["total"]!
            .value!;
        });
        expect(bytes).toEqual(bytes.toSorted((a, b) => b - a));
      }),
    );
  });
});
