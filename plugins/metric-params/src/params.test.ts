import { ALEXNET_FIGURES, alexNet, analyzeTestModel, float32, type NetworkBuilder, testModel } from "@modelgauge/testkit";
import type { Report, Tensor } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { params } from "./params.ts";

const measure = (build: (network: NetworkBuilder) => readonly Tensor[]): Report =>
  analyzeTestModel(testModel("test", build), { metrics: [params] });
const output = { outputs: [float32(4)], work: {} };

describe("params", () => {
  it("counts the lecture's AlexNet", () => {
    const { totals } = analyzeTestModel(alexNet, { metrics: [params] });
    expect(totals["params"]).toEqual({
      total: { value: ALEXNET_FIGURES.weights, unit: "parameters", status: "exact" },
      weights: { value: ALEXNET_FIGURES.weights, unit: "parameters", status: "exact" },
      buffers: { value: 0, unit: "parameters", status: "exact" },
    });
  });

  it("tells weights, biases, buffers and constants apart", () => {
    const { totals } = measure((network) => {
      const weights = [
        network.stored("weight", [8, 3, 3, 3]), // 216
        network.stored("bias", [8], { role: "bias" }),
        network.stored("mean", [8], { role: "buffer" }),
        network.stored("variance", [8], { role: "buffer" }),
        network.stored("scale", [1], { role: "constant" }),
      ];
      return network.layer({ name: "conv", weights }, output);
    });
    expect(totals["params"]).toMatchObject({ total: { value: 224 }, weights: { value: 216 }, buffers: { value: 16 } });
  });

  it("counts a tied weight once, in the layer that uses it first, as weight or as plain input", () => {
    const { totals, layers } = measure((network) => {
      const tied = network.stored("embedding", [100, 4]);
      const [x] = network.layer({ name: "embed", weights: [tied] }, output);
      return network.layer({ name: "logits", inputs: [x, tied], weights: [network.stored("bias", [100], { role: "bias" })] }, output);
    });
    expect(totals["params"]?.["total"]).toMatchObject({ value: 500, status: "exact" }); // 100 · 4 + 100
    expect(layers.map(({ metrics }) => metrics["params"]?.["total"]?.value)).toEqual([400, 100]);
  });

  it("counts bodies once, however often they run and whichever is chosen", () => {
    const { totals, layers } = measure((network) => {
      const body = (name: string, runs: number) =>
        network.body(name, (inner) => inner.layer({ name: `${name}.linear`, weights: [inner.stored(`${name}.weight`, [4, 4])] }, output), {
          runs,
        });
      return network.layer({ name: "loop", weights: [network.stored("own", [3])], bodies: [body("a", 10), body("b", 1)] }, output);
    });
    expect(totals["params"]?.["total"]?.value).toBe(35); // 3 + 16 + 16
    expect(layers[0]?.metrics["params"]?.["total"]?.value).toBe(35);
    expect(layers[0]?.bodies?.[1]?.layers[0]?.metrics["params"]?.["total"]?.value).toBe(16);
  });

  it("is a lower bound where nothing describes a layer", () => {
    const { totals } = measure((network) => network.undescribed({ name: "mystery", inputs: [network.stored("weight", [5])] }, float32(4)));
    expect(totals["params"]?.["total"]).toMatchObject({ value: 5, status: "at-least" });
  });

  it("counts a weight that the network hands out as it is", () => {
    const { totals } = measure((network) => [network.stored("table", [7])]);
    expect(totals["params"]?.["total"]?.value).toBe(7);
  });
});
