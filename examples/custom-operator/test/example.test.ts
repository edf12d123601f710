import { readFileSync } from "node:fs";
import { join } from "node:path";
import onnx from "@modelgauge/frontend-onnx";
import { createGauge } from "@modelgauge/host";
import layers from "@modelgauge/layers";
import activations from "@modelgauge/metric-activations";
import macs from "@modelgauge/metric-macs";
import ops from "@modelgauge/metric-ops";
import params from "@modelgauge/metric-params";
import onnxProto from "onnx-proto";
import { describe, expect, it } from "vitest";
import acme from "../src/index.ts";

const FLOAT = onnxProto.onnx.TensorProto.DataType.FLOAT;

/** x [2, 5, 8] through a gated MLP of 16 hidden units, then a ReLU. */
const model = onnxProto.onnx.ModelProto.create({
  irVersion: 10,
  opsetImport: [
    { domain: "", version: 21 },
    { domain: "com.acme", version: 1 },
  ],
  graph: {
    name: "network",
    input: [{ name: "x", type: { tensorType: { elemType: FLOAT, shape: { dim: [2, 5, 8].map((dimValue) => ({ dimValue })) } } } }],
    output: [{ name: "z" }],
    initializer: [
      { name: "gate", dataType: FLOAT, dims: [8, 16] },
      { name: "up", dataType: FLOAT, dims: [8, 16] },
      { name: "down", dataType: FLOAT, dims: [16, 8] },
    ],
    node: [
      { name: "mlp", domain: "com.acme", opType: "GatedMlp", input: ["x", "gate", "up", "down"], output: ["y"] },
      { name: "relu", opType: "Relu", input: ["y"], output: ["z"] },
    ],
  },
});
const standard = [layers, onnx, params, macs, ops, activations];

describe("a custom ONNX operator", () => {
  it("takes fewer than 30 lines, its layer type included", () => {
    expect(
      readFileSync(join(import.meta.dirname, "../src/index.ts"), "utf8")
        .trim()
        .split("\n").length,
    ).toBeLessThan(30);
  });

  it("gets every metric", async () => {
    const { coverage, totals } = await createGauge({ plugins: [...standard, acme] }).analyze(model);
    const value = (metric: string, figure = "total"): unknown => totals[metric]?.[figure];
    expect(coverage).toEqual({ layers: 2, described: 2, undescribed: [] });
    expect(value("params")).toEqual({ value: 384, unit: "parameters", status: "exact" }); // 3 · 8 · 16
    expect(value("macs")).toEqual({ value: 3840, unit: "MAC", status: "exact" }); // 2 · 5 samples · 384
    expect(value("ops", "transcendental")).toEqual({ value: 160, unit: "OP", status: "exact" }); // 2 · 5 · 16 exponentials
    expect(value("activations")).toEqual({ value: 160, unit: "elements", status: "exact" }); // x and y; the ReLU works in place
  });

  it("is named as not described where the plugin is missing, and what follows is known only in part", async () => {
    const { coverage, totals } = await createGauge({ plugins: standard }).analyze(model);
    expect(coverage).toEqual({
      layers: 2,
      described: 0,
      undescribed: expect.arrayContaining([{ operator: "com.acme::GatedMlp", layers: 1 }]),
    });
    expect(totals["macs"]!["total"]).toMatchObject({ value: 0, status: "at-least" });
  });
});
