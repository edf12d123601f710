import { defineMetric, type Description, type Report, type Tensor } from "@modelgauge/core";
import { alexNet, analyzeTestModel, float32, type NetworkBuilder, tensor, testModel } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { trainingMemory } from "./training-memory.ts";

/** Stands for the metric of stored tensors: 1,000 bytes. */
const modelSize = defineMetric({
  id: "model-size",
  title: "Size",
  figures: { total: { unit: "bytes", description: "stored" } },
  measure: () => ({ totals: { total: { value: 1000, status: "exact" } } }),
});

const measure = (build: (network: NetworkBuilder) => readonly Tensor[]): Report =>
  analyzeTestModel(testModel("test", build), { metrics: [modelSize, trainingMemory] });
const totals = (report: Report) =>
  Object.fromEntries(Object.entries(report.totals["training-memory"]!).map(([name, { value }]) => [name, value]));
const saved = (report: Report) => report.totals["training-memory"]!["activations"]!.value;

const ten: Description["outputs"] = [float32(10)]; // 40 bytes
const linear = (network: NetworkBuilder, name: string, x: Tensor | undefined): Tensor =>
  network.layer({ name, inputs: [x], weights: [network.stored(`${name}.weight`, [100])] }, { outputs: ten, work: { mac: 100 } })[0]!;

describe("training-memory", () => {
  it("adds what is stored, a gradient and two moments of each weight and bias, and what the backward pass needs", () => {
    const report = measure((network) => {
      const x = network.input("x", float32(10));
      const weights = [
        network.stored("w", [100]),
        network.stored("b", [10], { role: "bias" }),
        network.stored("mean", [10], { role: "buffer" }),
      ];
      return network.layer({ name: "fc", inputs: [x], weights }, { outputs: ten, work: { mac: 100, add: 10 } });
    });
    expect(totals(report)).toEqual({
      stored: 1000,
      gradients: 440, // 110 · 4
      master: 0,
      moments: 880, // 110 · 2 · 4
      activations: 40, // x
      "total-sgd": 1480,
      total: 2360,
    });
    expect(report.totals["training-memory"]!["gradients"]!.status).toBe("exact");
    expect(report.totals["training-memory"]!["total"]!.status).toBe("estimate");
  });

  it("keeps float32 copies of weights in fewer bits, and counts a tied weight once", () => {
    const report = measure((network) => {
      const weights = [network.stored("w", [100], { dtype: "float16" })];
      const x = network.input("x", tensor("float16", [10]));
      const [y] = network.layer({ name: "a", inputs: [x], weights }, { outputs: [tensor("float16", [10])], work: { mac: 100 } });
      return network.layer({ name: "b", inputs: [y], weights }, { outputs: [tensor("float16", [10])], work: { mac: 100 } });
    });
    expect(totals(report)).toMatchObject({ gradients: 200, master: 400, moments: 800, activations: 40 }); // x and a: 20 bytes each
  });

  it("needs nothing for sums, and of a comparison in place only what comes out", () => {
    const residual = measure((network) => {
      const a = linear(network, "a", network.input("x", float32(10))); // needs x
      const aliases = [{ output: 0, input: 0, kind: "in-place" as const }];
      const [relu] = network.layer({ name: "relu", inputs: [a] }, { outputs: ten, work: { compare: 10 }, aliases }); // needs relu, not a
      const b = linear(network, "b", relu); // needs relu
      return network.layer({ name: "add", inputs: [relu, b] }, { outputs: ten, work: { add: 10 } }); // needs nothing
    });
    expect(saved(residual)).toBe(80); // x, relu
    expect(residual.layers.map(({ metrics }) => metrics["training-memory"]!["activations"]!.value)).toEqual([0, 40, 0, 0]);
  });

  it("needs the input of what is no comparison, also where inference works in place", () => {
    const gelu = measure((network) => {
      const a = linear(network, "a", network.input("x", float32(10)));
      const aliases = [{ output: 0, input: 0, kind: "in-place" as const }];
      const [y] = network.layer({ name: "gelu", inputs: [a] }, { outputs: ten, work: { erf: 10 }, aliases });
      return [linear(network, "b", y)];
    });
    expect(saved(gelu)).toBe(120); // x, a, gelu
  });

  it("counts a view and what it looks at once", () => {
    const views = measure((network) => {
      const x = network.input("x", float32(10));
      const aliases = [{ output: 0, input: 0, kind: "view" as const }];
      const [flat] = network.layer({ name: "flat", inputs: [x] }, { outputs: ten, work: {}, aliases });
      const [flatter] = network.layer({ name: "flatter", inputs: [flat] }, { outputs: ten, work: {}, aliases });
      return [linear(network, "a", flatter), linear(network, "b", x)];
    });
    expect(saved(views)).toBe(40);
  });

  it("counts what each run of a loop produces", () => {
    const loop = measure((network) => {
      const x = network.input("x", float32(10));
      const body = network.body("body", (inner) => [linear(inner, "b", linear(inner, "a", x))], { runs: 3 });
      return network.layer({ name: "loop", inputs: [x], bodies: [body] }, { outputs: ten, work: {} });
    });
    expect(saved(loop)).toBe(160); // x, and a three times
  });

  it("is a lower bound of an estimate where nothing describes a layer", () => {
    const report = measure((network) => network.undescribed({ name: "mystery", inputs: [network.input("x", float32(10))] }, undefined));
    expect(report.totals["training-memory"]!["activations"]!.status).toBe("at-least");
  });

  it("takes for the lecture's AlexNet what the convolutions, pools and products need", () => {
    const { activations, gradients, moments } = totals(analyzeTestModel(alexNet, { metrics: [modelSize, trainingMemory] }));
    // The image; the five convolutions after relu; three pools; fc6 and fc7 after relu: all but the logits.
    expect(activations).toBe(4 * (932_264 - 1000));
    expect(gradients).toBe(243_818_624);
    expect(moments).toBe(2 * 243_818_624);
  });
});
