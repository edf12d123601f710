import type { Efficiency, HardwareProfile, Model, Report, Tensor } from "@modelgauge/core";
import { analyzeTestModel, buildTestModel, float32, type NetworkBuilder, tensor, testModel } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { device } from "../test/devices.ts";
import { groupCosts } from "./group-cost.ts";
import { latency } from "./latency.ts";
import { throughput } from "./throughput.ts";

const efficiency: Efficiency = {
  name: "acme-rt",
  runtime: "Acme runtime 1",
  dtype: "float32",
  batch: 1,
  compute: { matmul: 0.5, attention: 0.25 },
  memory: 0.8,
  launch: 2,
  error: 0.084,
};

/** 100 operations and 10 bytes a second, of which a runtime reaches parts. */
function measured(efficiencies: readonly Efficiency[] = [efficiency], more: Partial<HardwareProfile> = {}): HardwareProfile {
  const sources = [
    {
      figures: ["peak", "memory", "efficiencies"],
      document: "Acme NPU datasheet",
      url: "https://acme.example",
      evidence: "found" as const,
    },
  ];
  return device({ efficiencies, sources, ...more });
}

const run = (model: Model, profile: HardwareProfile = measured()): Report =>
  analyzeTestModel(model, { metrics: [latency, throughput], hardware: [profile] });
const totals = (report: Report) => report.hardware[0]!.totals["latency"]!;
const said = (report: Report) => report.diagnostics.map(({ message }) => message);

/** A linear layer of so many rows, 5 columns and a depth of 5: 25 MACs a row. */
const linear = (network: NetworkBuilder, name: string, x: Tensor | undefined, rows: number): Tensor =>
  network.layer(
    { name, inputs: [x], weights: [network.stored(`${name}.weight`, [5, 5])] }, // 100 bytes
    { outputs: [float32(rows, 5)], work: { mac: 25 * rows }, products: [{ count: 1, rows, columns: 5, depth: 5 }] },
  )[0]!;
const relu = (network: NetworkBuilder, name: string, x: Tensor, rows: number): Tensor =>
  network.layer({ name, inputs: [x] }, { outputs: [float32(rows, 5)], work: { compare: 5 * rows } })[0]!;

describe("latency.estimate", () => {
  it("slows arithmetic and transfers of each fused group down to what was measured, and adds what launching takes", () => {
    const model = testModel("two groups", (network) => {
      const x = network.input("x", float32(1, 5)); // 20 bytes
      const a = relu(network, "relu", linear(network, "a", x, 1), 1); // 50 OP: 0.5 s at peak, 1 s; 140 bytes: 14 s at peak, 17.5 s
      return [linear(network, "b", a, 1)]; // the same
    });
    const report = run(model);
    expect(totals(report)["estimate"]).toEqual({ value: 39, unit: "s", status: "estimate" }); // 2 · (17.5 + 2)
    expect(totals(report)["lower-bound"]!.value).toBe(28);
    expect(report.hardware[0]!.layers.map(({ metrics }) => metrics["latency"]!["estimate"])).toEqual([
      { value: 19.5, status: "estimate" },
      undefined, // the relu, which is fused
      { value: 19.5, status: "estimate" },
    ]);
    expect(report.hardware[0]!.totals["throughput"]!["estimate"]).toEqual({ value: 1 / 39, unit: "samples/s", status: "estimate" });
    expect(report.diagnostics).toEqual([]);
  });

  it("goes by class of work", () => {
    const model = testModel("attention", (network) => {
      const [q, k] = ["q", "k"].map((name) => network.input(name, float32(1, 5))) as [Tensor, Tensor];
      return network.layer({ name: "qk", inputs: [q, k] }, { outputs: [float32(1)], work: { mac: 500 } }); // 10 s at peak
    });
    expect(totals(run(model))["estimate"]!.value).toBe(42); // 10 / 0.25 + 2
  });

  it("times work without MACs at peak", () => {
    const model = testModel("gelu", (network) => [
      network.layer({ name: "gelu", inputs: [network.input("x", float32(1))] }, { outputs: [float32(1)], work: { erf: 3000 } })[0]!,
    ]);
    expect(totals(run(model))["estimate"]!.value).toBe(32); // 3000 / 100 + 2
  });

  it("counts bodies as often as they run", () => {
    const model = testModel("loop", (network) => {
      const x = network.input("x", float32(1, 5));
      const body = network.body("body", (inner) => [linear(inner, "fc", x, 1)], { runs: 3 });
      return network.layer({ name: "loop", inputs: [x], bodies: [body] }, { outputs: [float32(1, 5)], work: {} });
    });
    expect(totals(run(model))["estimate"]!.value).toBeGreaterThan(3 * 14.5); // at least weights and launch, three times
  });

  it("is told for each runtime that was measured in the network's dtype, by the first of them in the totals", () => {
    const other = { ...efficiency, name: "b", runtime: "Other 2", memory: 0.7, batch: 64, error: 0.1 };
    const half = { ...efficiency, name: "c", dtype: "float16" as const };
    const profile = measured([half, efficiency, other], { peak: { float32: 100, float16: 200 } });
    const report = run(
      testModel("fc", (network) => [linear(network, "fc", network.input("x", float32(1, 5)), 1)]),
      profile,
    );
    expect(totals(report)["estimate"]!.value).toBe(19.5);
    expect(report.hardware[0]!.tables["latency"]!["estimates"]!.rows).toEqual([
      ["Acme runtime 1", "float32", "1", { value: 19.5, status: "estimate" }, { value: 8.4, status: "estimate" }],
      ["Other 2", "float32", "64", { value: 22, status: "estimate" }, { value: 10, status: "estimate" }], // 14 / 0.7 + 2
    ]);
  });

  it("is absent where nothing was measured, and says so where only another dtype was", () => {
    const model = testModel("fc", (network) => {
      const x = network.input("x", tensor("float16", [5]));
      const weights = [network.stored("w", [5], { dtype: "float16" })];
      return network.layer({ name: "fc", inputs: [x], weights }, { outputs: [tensor("float16", [1])], work: { mac: 5 } });
    });
    const silent = run(model, device({ peak: { float16: 100 } }));
    expect(totals(silent)).not.toHaveProperty("estimate");
    expect(silent.hardware[0]!.tables["latency"]).not.toHaveProperty("estimates");
    const report = run(model, measured([efficiency], { peak: { float32: 100, float16: 100 } }));
    expect(totals(report)).not.toHaveProperty("estimate");
    expect(said(report)).toEqual([
      "acme-npu: latency is not estimated: the network multiplies in float16, efficiencies are measured in float32",
    ]);
  });

  it("says what it cannot know", () => {
    const model = testModel("recurrence", (network) => {
      const x = network.input("x", float32(200, 5)); // a batch of 200
      const weights = [network.stored("w", [5])];
      return network.layer({ name: "lstm", inputs: [x], weights }, { outputs: [float32(1)], work: { mac: 1e6 } });
    });
    const { launch: _, ...withoutLaunch } = efficiency;
    expect(said(run(model, measured([withoutLaunch])))).toEqual([
      "acme-npu: latency.estimate: Acme runtime 1 was measured with a batch of 1, not 200",
      "acme-npu: latency.estimate: no efficiency is measured of recurrences and the like, which is timed at peak rate",
      "acme-npu: latency.estimate: what launching a kernel takes is not known",
    ]);
  });

  it("says that launching was not measured where it is recalled", () => {
    const sources = [
      { figures: ["peak", "memory", "efficiencies"], document: "a page", url: "https://acme.example", evidence: "found" as const },
      { figures: ["efficiencies.acme-rt.launch"], document: "what people say", evidence: "recalled" as const },
    ];
    const model = testModel("fc", (network) => [linear(network, "fc", network.input("x", float32(1, 5)), 1)]);
    expect(said(run(model, measured([efficiency], { sources })))).toEqual([
      "acme-npu: latency.estimate: what launching a kernel takes is not measured (what people say)",
    ]);
  });

  it("is no less than the lower bound, and no less for a larger batch", () => {
    const steps = fc.array(fc.constantFrom("linear" as const, "relu" as const), { minLength: 1, maxLength: 8 });
    const times = (kinds: readonly ("linear" | "relu")[], rows: number): { estimate: number; bound: number } => {
      const model = testModel("chain", (network) => [
        kinds.reduce<Tensor>(
          (x, kind, index) => (kind === "linear" ? linear : relu)(network, `l${index}`, x, rows),
          network.input("x", float32(rows, 5)),
        ),
      ]);
      const { estimate, "lower-bound": bound } = totals(run(model));
      return { estimate: estimate!.value!, bound: bound!.value! };
    };
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 50 }), (kinds, rows) => {
        const { estimate, bound } = times(kinds, rows);
        expect(estimate).toBeGreaterThanOrEqual(bound);
        expect(times(kinds, rows + 1).estimate).toBeGreaterThanOrEqual(estimate);
      }),
    );
  });
});

describe("groupCosts", () => {
  it("tells what each fused group computes and moves", () => {
    const graph = buildTestModel(
      testModel("one group", (network) => [relu(network, "relu", linear(network, "fc", network.input("x", float32(2, 5)), 2), 2)]),
    );
    expect(groupCosts(graph)).toEqual([
      {
        macs: new Map([["matmul", 50]]),
        others: 10,
        moved: { weights: { value: 100, status: "exact" }, activations: { value: 80, status: "exact" } }, // 40 in, 40 out
      },
    ]);
  });
});
