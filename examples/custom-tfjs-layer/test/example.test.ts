import tfjs from "@modelgauge/frontend-tfjs";
import { createGauge } from "@modelgauge/host";
import layers from "@modelgauge/layers";
import macs from "@modelgauge/metric-macs";
import ops from "@modelgauge/metric-ops";
import params from "@modelgauge/metric-params";
import { describe, expect, it } from "vitest";
import acme from "../src/index.ts";

const standard = [layers, tfjs, params, macs, ops];
const gauge = createGauge({ plugins: [...standard, acme] });

/** Sequences of 5 steps and 8 channels through the layer, as Keras writes it under a name of its own. */
const layersModel = {
  modelTopology: {
    class_name: "Sequential",
    config: { name: "network", layers: [{ class_name: "Acme>Gate", config: { name: "gate", batch_input_shape: [null, 5, 8] } }] },
  },
  weightSpecs: [{ name: "gate/kernel", shape: [8, 8], dtype: "float32" }],
};

/** The same as a graph. */
const graphModel = {
  modelTopology: {
    node: [
      {
        name: "x",
        op: "Placeholder",
        attr: { dtype: { type: "DT_FLOAT" }, shape: { shape: { dim: [{ size: "-1" }, { size: "5" }, { size: "8" }] } } },
      },
      { name: "kernel", op: "Const", attr: { dtype: { type: "DT_FLOAT" } } },
      { name: "y", op: "AcmeGate", input: ["x", "kernel"] },
    ],
  },
  weightSpecs: [{ name: "kernel", shape: [8, 8], dtype: "float32" }],
};

describe("a custom layer of TensorFlow.js", () => {
  it.each([
    ["Keras model", layersModel],
    ["graph", graphModel],
  ])("gets every metric in a %s", async (_, model) => {
    const { coverage, totals, diagnostics } = await gauge.analyze(model, { dims: { batch: 2 } });
    expect(coverage).toEqual({ layers: 1, described: 1, undescribed: [] });
    expect(totals["params"]!["total"]).toEqual({ value: 64, unit: "parameters", status: "exact" }); // 8 · 8
    expect(totals["macs"]!["total"]).toEqual({ value: 640, unit: "MAC", status: "exact" }); // 2 · 5 · 8 · 8
    expect(totals["ops"]!["transcendental"]).toEqual({ value: 80, unit: "OP", status: "exact" }); // 2 · 5 · 8 exponentials
    expect(diagnostics).toEqual([]);
  });

  it("keeps its weights where the plugin is missing", async () => {
    const { coverage, totals } = await createGauge({ plugins: standard }).analyze(layersModel);
    expect(coverage.undescribed).toEqual([{ operator: "Gate", layers: 1 }]);
    expect(totals["params"]!["total"]).toMatchObject({ value: 64, status: "at-least" });
  });
});
