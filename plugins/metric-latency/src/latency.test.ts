import type { HardwareProfile, Model, Report } from "@modelgauge/core";
import { analyzeTestModel, float32, int64, type NetworkBuilder, tensor, testModel } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { device } from "../test/devices.ts";
import { latency } from "./latency.ts";

const run = (model: Model, profile: HardwareProfile = device(), bindings = {}): Report =>
  analyzeTestModel(model, { metrics: [latency], hardware: [profile], bindings });
const totals = (report: Report) => report.hardware[0]!.totals["latency"]!;
const layersOf = (report: Report) => Object.fromEntries(report.hardware[0]!.layers.map(({ name, metrics }) => [name, metrics["latency"]!]));

const linear = (network: NetworkBuilder, name: string, x: Parameters<NetworkBuilder["layer"]>[0]["inputs"], macs: number, weights = 10) =>
  network.layer(
    { name, inputs: x!, weights: [network.stored(`${name}.weight`, [weights])] },
    { outputs: [float32(5)], work: { mac: macs } },
  );

describe("latency.roofline", () => {
  const model = testModel("two layers", (network) => {
    const x = network.input("x", float32(5));
    const [hidden] = linear(network, "fc", [x], 1000); // 2000 operations: 20 s; 40 + 20 + 20 bytes: 8 s
    return network.layer({ name: "relu", inputs: [hidden] }, { outputs: [float32(5)], work: { compare: 5 } }); // 0.05 s; 40 bytes: 4 s
  });

  it("is the sum over layers of the larger of arithmetic and transfers", () => {
    const report = run(model);
    expect(totals(report)).toMatchObject({
      roofline: { value: 24, unit: "s", status: "exact" },
      overlapped: { value: 20.05, status: "exact" }, // 20.05 s of arithmetic alongside 12 s of transfers
      "compute-bound": { value: 20 },
      "memory-bound": { value: 4 },
      "ridge-point": { value: 10, unit: "OP/byte" }, // 100 / 10
    });
    expect(layersOf(report)["fc"]).toMatchObject({
      compute: { value: 20, status: "exact" },
      memory: { value: 8, status: "exact" },
      roofline: { value: 20, status: "exact" },
      bound: "compute",
      intensity: { value: 25, status: "exact" }, // 2000 / 80
      performance: { value: 100, status: "exact" }, // 2000 / 20: all that the device has
    });
    expect(layersOf(report)["relu"]).toMatchObject({ bound: "memory", intensity: { value: 0.125 }, performance: { value: 1.25 } }); // 5 / 4
    expect(report.hardware[0]!.tables["latency"]!["roofs"]!.rows).toEqual([
      ["float32", { value: 100, status: "exact" }, "DDR", { value: 10, status: "exact" }],
    ]);
  });

  it("takes weights and activations from levels of their own side by side, and a level of unknown bandwidth as a lower bound", () => {
    const memory = (bandwidth?: number): HardwareProfile["memory"] => [
      { level: "flash", bandwidth: 2, holds: "weights" },
      { level: "SRAM", ...(bandwidth !== undefined && { bandwidth }), holds: "activations", onChip: true },
    ];
    const known = run(model, device({ memory: memory(8) }));
    expect(layersOf(known)["fc"]).toMatchObject({ memory: { value: 20, status: "exact" } }); // max(40 / 2, 40 / 8)
    expect(layersOf(known)["relu"]).toMatchObject({ memory: { value: 5 } });
    const unknown = run(model, device({ memory: memory() }));
    expect(layersOf(unknown)["fc"]).toMatchObject({ memory: { value: 20, status: "at-least" } });
    expect(totals(unknown)["roofline"]).toMatchObject({ value: 20.05, status: "at-least" });
  });

  it("leaves out what is computed once when the model is loaded, and views", () => {
    const folded = testModel("folded", (network) => {
      const x = network.input("x", float32(5));
      const [transposed] = network.layer(
        { name: "transpose", inputs: [network.stored("w", [10])] },
        { outputs: [float32(10)], work: { add: 1e6 } },
      );
      const [flat] = network.layer(
        { name: "flat", inputs: [x] },
        { outputs: [float32(5)], work: {}, aliases: [{ output: 0, input: 0, kind: "view" }] },
      );
      return network.layer({ name: "fc", inputs: [flat, transposed] }, { outputs: [float32(5)], work: { mac: 1000 } });
    });
    expect(totals(run(folded))["roofline"]).toMatchObject({ value: 20, status: "exact" });
    expect(layersOf(run(folded))["transpose"]).toBeUndefined();
    expect(layersOf(run(folded))["flat"]).toMatchObject({ roofline: { value: 0 } });
  });

  it("reads of a table only what the description says", () => {
    const lookUp = testModel("embedding", (network) => {
      const ids = network.input("ids", int64(2)); // 16 bytes
      const table = network.stored("table", [1000, 5]);
      return network.layer(
        { name: "embed", inputs: [ids], weights: [table] },
        { outputs: [float32(2, 5)], work: {}, traffic: { read: 56 } },
      );
    });
    expect(layersOf(run(lookUp))["embed"]).toMatchObject({ memory: { value: 9.6 }, bound: "memory" }); // (16 + 40 + 40) / 10
  });

  it("counts bodies as often as they run", () => {
    const loop = testModel("loop", (network) => {
      const x = network.input("x", float32(5));
      const body = network.body("body", (inner) => linear(inner, "fc", [x], 1000), { runs: 3 });
      return network.layer({ name: "loop", inputs: [x], bodies: [body] }, { outputs: [float32(5)], work: {} });
    });
    expect(totals(run(loop))).toMatchObject({ roofline: { value: 60 }, "lower-bound": { value: 60 } });
  });

  it("is a lower bound where nothing describes a layer", () => {
    const partly = testModel("partly", (network) => {
      const x = network.input("x", float32(5));
      return network.undescribed({ name: "mystery", inputs: linear(network, "fc", [x], 1000) }, float32(5));
    });
    expect(totals(run(partly))).toMatchObject({
      roofline: { value: 20, status: "at-least" },
      "lower-bound": { value: 20, status: "at-least" },
    });
  });
});

describe("the peak rate", () => {
  const computing = (dtype: "uint8" | "float16" | "int64", work: object) =>
    testModel("one layer", (network) => {
      const x = network.input("x", tensor(dtype, [1]));
      return network.layer({ name: "layer", inputs: [x] }, { outputs: [tensor(dtype, [1])], work });
    });

  it("is that of the signed integer for the unsigned one", () => {
    expect(totals(run(computing("uint8", { mac: 4000 })))["roofline"]).toMatchObject({ value: 20, status: "exact" }); // 8000 / 400
  });

  it("must be there for MACs", () => {
    expect(() => run(computing("float16", { mac: 1 }))).toThrow(
      'described "layer" (test described): computes in float16, for which acme-npu has no peak rate; it has those of float32, int8',
    );
    expect(() => run(computing("float16", { mac: 1 }))).toThrow(expect.objectContaining({ code: "no-peak" }));
  });

  it("is the fastest there is for other work in a dtype that has none, which makes a lower bound", () => {
    expect(totals(run(computing("int64", { add: 4000 })))["roofline"]).toMatchObject({ value: 10, status: "at-least" }); // 4000 / 400
  });
});

describe("what times rest on", () => {
  const model = testModel("one layer", (network) => linear(network, "fc", [network.input("x", float32(5))], 1));

  it("is said where it is only recalled", () => {
    expect(run(model).diagnostics).toEqual([
      {
        severity: "info",
        code: "unverified-figure",
        hardware: "acme-npu",
        message:
          "acme-npu: latency and throughput rest on figures that are remembered and not checked: " +
          "peak.float32, memory.DDR.bandwidth (Acme NPU datasheet)",
      },
    ]);
  });

  it("is not said of figures that were found, or that are not used", () => {
    const sources = [
      { figures: ["peak.int8"], document: "a rumour", evidence: "recalled" as const },
      { figures: ["peak", "memory"], document: "a datasheet", url: "https://acme.example", evidence: "found" as const },
    ];
    expect(run(model, device({ sources })).diagnostics).toEqual([]);
  });
});
