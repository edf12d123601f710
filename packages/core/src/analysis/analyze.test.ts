import { analyzeTestModel, described, testModel } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import type { Bindings } from "../describe/bindings.ts";
import type { DeclaredInput } from "../describe/declared.ts";
import { defineHardwareProfile } from "../hardware/define-profile.ts";
import type { Status } from "../ir/status.ts";
import type { Figure } from "../metric/figure.ts";
import { defineLayerMetric, defineMetric, defineMetricOverride, type Metric } from "../metric/metric.ts";
import { analyzeModel } from "./analyze.ts";
import type { Model } from "./model.ts";
import type { Report } from "./report.ts";

const float32 = (...shape: number[]): { readonly dtype: "float32"; readonly shape: readonly number[] } => ({ dtype: "float32", shape });

/** Counts MACs; of layers called "bad", nothing. */
const macs = defineLayerMetric({
  id: "macs",
  title: "MACs",
  figures: { total: { unit: "MAC", description: "multiply-accumulates" } },
  conventions: [
    { id: "C10", text: "ten" },
    { id: "C2", text: "two" },
  ],
  layer: ({ layer, description }) => ({ total: layer.name === "bad" ? NaN : (description.work.mac ?? 0) }),
});

const npu = defineHardwareProfile({
  id: "acme-npu",
  name: "Acme NPU",
  vendor: "Acme",
  category: "npu",
  peak: { float32: 10 },
  memory: [{ level: "SRAM", bandwidth: 1 }],
  sources: [{ figures: ["peak", "memory"], document: "data sheet", evidence: "recalled" }],
});

const model: Model = testModel("test", (network) => {
  const x = network.input("x", float32(4, 2));
  const [a] = network.layer(
    { name: "a", inputs: [x], weights: [network.stored("w", [2, 3])] },
    { outputs: [float32(4, 3)], work: { mac: 24 } },
  );
  return network.layer({ name: "b", inputs: [a, undefined] }, { outputs: [{ kind: "sequence" }], work: { mac: 6 }, status: "at-most" });
});

describe("a report", () => {
  const report = analyzeTestModel(model, { metrics: [macs] });

  it("names the model and the layers with their values", () => {
    expect(report.model).toEqual({
      name: "test",
      format: "test",
      source: "test",
      inputs: [{ name: "x", ...float32(4, 2) }],
      outputs: [{ name: "b", kind: "sequence" }],
      bindings: {},
    });
    expect(report.layers[0]).toMatchObject({
      name: "a",
      type: "described",
      origin: { format: "test", operator: "described", name: "a" },
      inputs: ["x"],
      weights: [{ name: "w", ...float32(2, 3), role: "weight" }],
      outputs: [{ name: "a", ...float32(4, 3) }],
      metrics: { macs: { total: { value: 24, status: "exact" } } },
    });
    expect(report.layers[1]!.inputs).toEqual(["a", null]);
    expect(report.layers[0]).not.toHaveProperty("bodies");
  });

  it("sums over layers", () => {
    expect(report.totals).toEqual({ macs: { total: { value: 30, unit: "MAC", status: "at-most" } } });
  });

  it("orders conventions by number", () => {
    expect(Object.keys(report.conventions)).toEqual(["C2", "C10"]);
  });

  it("covers what is described, the layers of bodies included, and names the rest", () => {
    const partly = testModel("partly", (network) => {
      const body = network.body("body", (inner) => {
        inner.undescribed({ name: "m1" });
        return inner.layer({ name: "n" }, { outputs: [], work: {} });
      });
      network.undescribed({ name: "m2" });
      return network.layer({ name: "holder", bodies: [body] }, { outputs: [], work: {} });
    });
    const { coverage, totals, diagnostics } = analyzeTestModel(partly, { metrics: [macs] });
    expect(coverage).toEqual({ layers: 4, described: 2, undescribed: [{ operator: "Mystery", layers: 2 }] });
    expect(totals["macs"]!["total"]).toMatchObject({ value: 0, status: "at-least" }); // unknown is not zero
    expect(diagnostics.map(({ code }) => code)).toEqual(["undescribed-layer", "undescribed-layer"]);
  });
});

describe("what metrics answer", () => {
  const analyzed = (metrics: readonly Metric[], more: Partial<Parameters<typeof analyzeTestModel>[1]> = {}): Report =>
    analyzeTestModel(model, { metrics, ...more });
  const figure = (value: number): Figure => ({ value, status: "exact" });

  it("is unknown where a layer's count is no number", () => {
    const odd = testModel("odd", (network) => {
      network.layer({ name: "good" }, { outputs: [], work: { mac: 2 } });
      return network.layer({ name: "bad" }, { outputs: [], work: { mac: 1 } });
    });
    const report = analyzeTestModel(odd, { metrics: [macs] });
    expect(report.layers[1]!.metrics["macs"]!["total"]).toEqual({ value: null, status: "unknown" });
    expect(report.totals["macs"]!["total"]).toMatchObject({ value: 2, status: "at-least" });
  });

  it("is 0 as surely as sizes of 0 are, and exactly where the kind of layer counts nothing", () => {
    const counts = (status: Status): unknown => {
      const part = testModel("part", (network) => {
        const rows = { ...float32(0, 2), status };
        const [some] = network.layer({ name: "some", inputs: [network.input("x", float32(4, 2))] }, { outputs: [rows], work: {} });
        return network.layer({ name: "product", inputs: [some] }, { outputs: [float32(0, 3)], work: { mac: 0, add: 0 } }); // 0 · 2 · 3
      });
      return analyzeTestModel(part, { metrics: [macs] }).layers.map(({ metrics }) => metrics["macs"]!["total"]);
    };
    const none = { value: 0, status: "exact" };
    expect(counts("estimate")).toEqual([none, { value: 0, status: "estimate" }]);
    expect(counts("at-least")).toEqual([none, { value: 0, status: "at-least" }]);
    expect(counts("at-most")).toEqual([none, none]);
    expect(counts("exact")).toEqual([none, none]);
  });

  it("may be replaced, a layer type at a time", () => {
    const free = defineMetricOverride({ metric: "macs", type: described.type, layer: () => ({ total: 1 }) });
    expect(analyzed([macs], { overrides: [free] }).totals["macs"]!["total"]!.value).toBe(2); // two layers
    expect(analyzed([macs], { overrides: [{ ...free, metric: "other" }] }).totals["macs"]!["total"]!.value).toBe(30);
  });

  it("may rest on other metrics, on each device", () => {
    const seconds = defineMetric({
      id: "seconds",
      title: "Seconds",
      per: "hardware",
      figures: { total: { unit: "s", description: "MACs ÷ peak" } },
      needs: ["macs"],
      measure: ({ measured, batch }, { peak }) => ({
        totals: { total: figure((measured("macs").totals["total"]!.value! * batch) / peak.float32!) },
        diagnostics: [{ severity: "info", code: "said", message: "once" }],
      }),
    });
    const report = analyzed([seconds, macs], { hardware: [npu, { ...npu, id: "slower", peak: { float32: 5 } }] });
    expect(report.hardware.map(({ id, name, totals }) => [id, name, totals["seconds"]!["total"]!.value])).toEqual([
      ["acme-npu", "Acme NPU", 12], // 30 · 4 / 10: the batch is the first input's first size
      ["slower", "Acme NPU", 24],
    ]);
    expect(report.totals).not.toHaveProperty("seconds");
    expect(report.diagnostics).toEqual([
      { severity: "info", code: "said", message: "once", hardware: "acme-npu" },
      { severity: "info", code: "said", message: "once", hardware: "slower" },
    ]);
  });

  it("must be asked for before it is read", () => {
    const greedy = defineMetric({
      id: "greedy",
      title: "Greedy",
      figures: {},
      measure: ({ measured }) => ({ totals: measured("macs").totals }),
    });
    expect(() => analyzed([macs, greedy])).toThrow('a metric reads "macs", which it does not name in `needs`');
  });

  it("may be of layers alone, and facts of a device that are no figures", () => {
    const bound = defineMetric({
      id: "bound",
      title: "Bound",
      per: "hardware",
      figures: {},
      measure: ({ graph }) => ({ totals: {}, layers: new Map([[graph.layers[1]!, { bound: "memory" }]]) }),
    });
    const [device] = analyzed([bound], { hardware: [npu] }).hardware;
    expect(device!.layers).toEqual([{ name: "b", metrics: { bound: { bound: "memory" } } }]);
  });
});

describe("bindings", () => {
  const inputs: readonly DeclaredInput[] = [
    { name: "x", dtype: "float32", shape: ["batch", "time"] },
    { name: "y", dtype: "float32", shape: ["batch"] },
  ];
  const twoInputs: Model = {
    name: "two",
    format: "test",
    inputs,
    build: (builder) => (inputs.forEach((input) => builder.input(input)), builder.finish([])),
  };
  const analyzed = (bindings: Bindings): Report =>
    analyzeModel(twoInputs, bindings, { layerTypes: new Map(), metrics: [], overrides: [], hardware: [], source: "two" });
  const shapes = (bindings: Bindings): unknown => analyzed(bindings).model.inputs.map((input) => "shape" in input && input.shape);

  it("are bound by dims, and by the shape of any overridden input", () => {
    expect(shapes({ dims: { batch: 8 } })).toEqual([[8, 1], [8]]);
    expect(shapes({ inputs: { y: { shape: [8] } } })).toEqual([[8, 1], [8]]); // x stands before y
    expect(analyzed({ inputs: { x: { shape: [8, 2] } } }).model.bindings).toEqual({ batch: 8, time: 2 });
    expect(shapes({ inputs: { x: { shape: [3] } } })).toEqual([[3], [1]]); // of another rank: it binds nothing
  });

  it("of the caller come before those of overridden inputs, and the first of these before others", () => {
    expect(shapes({ dims: { batch: 8 }, inputs: { y: { shape: [2] } } })).toEqual([[8, 1], [2]]);
    const contradictory = analyzed({ inputs: { x: { shape: [3, 1] }, y: { shape: [2] } } });
    expect(contradictory.model.bindings).toEqual({ batch: 3, time: 1 });
    expect(contradictory.diagnostics).toMatchObject([{ severity: "warning", code: "dim-mismatch" }]);
  });

  it("warn of dims that the model has not", () => {
    const { diagnostics } = analyzed({ dims: { batch: 1, time: 1, bacth: 8 } });
    expect(diagnostics).toEqual([
      { severity: "warning", code: "unknown-dim", message: 'the model has no dim "bacth"; it has "batch", "time"' },
    ]);
  });

  it.each<[string, Bindings, string]>([
    ["unknown-input", { inputs: { z: {} } }, 'the model has no input "z"; it has "x", "y"'],
    ["invalid-dim", { dims: { batch: 1.5 } }, 'dim "batch" must be a whole number from 0, not 1.5'],
    ["invalid-dim", { dims: { batch: -1 } }, 'dim "batch" must be a whole number from 0, not -1'],
    ["invalid-input", { inputs: { x: { shape: [1, -1] } } }, 'input "x": sizes must be whole numbers from 0, not -1'],
    ["invalid-input", { inputs: { x: { shape: [NaN] } } }, 'input "x": sizes must be whole numbers from 0, not NaN'],
    ["invalid-input", { inputs: { x: { dtype: "float33" as "float32" } } }, 'input "x": there is no dtype "float33"'],
  ])("are refused: %s %j", (code, bindings, message) => {
    expect(() => analyzed(bindings)).toThrow(expect.objectContaining({ code, message }));
  });
});
