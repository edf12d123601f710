import { defineHardwareProfile, defineMetric, type Figure, type HardwareProfile, type MemoryLevel, type Report } from "@modelgauge/core";
import { analyzeTestModel, float32, testModel } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { fit } from "./fit.ts";

const bytes = { unit: "bytes", description: "as the test says" };

/** Analyses two layers, `a` and `b`, as if so much were stored and alive during each. */
function measure(
  memory: readonly MemoryLevel[],
  { stored = 60, live = [30, 40] }: { stored?: Figure | number; live?: number[] } = {},
): Report {
  const asFigure = (figure: Figure | number): Figure => (typeof figure === "number" ? { value: figure, status: "exact" } : figure);
  const modelSize = defineMetric({
    id: "model-size",
    title: "Size",
    figures: { total: bytes },
    measure: () => ({ totals: { total: asFigure(stored) } }),
  });
  const activations = defineMetric({
    id: "activations",
    title: "Activations",
    figures: { "peak-live-bytes": bytes },
    measure: ({ graph }) => ({
      totals: { "peak-live-bytes": asFigure(Math.max(...live)) },
      layers: new Map(graph.layers.map((layer, index) => [layer, { "peak-live-bytes": asFigure(live[index]!) }])),
    }),
  });
  const profile: HardwareProfile = defineHardwareProfile({
    id: "acme-npu",
    name: "Acme NPU",
    category: "npu",
    peak: { float32: 1 },
    memory,
    sources: [
      {
        figures: ["peak", ...(memory.some((level) => "capacity" in level) ? ["memory"] : [])],
        document: "data sheet",
        evidence: "derived",
      },
    ],
  });
  const model = testModel("two layers", (network) => {
    const [a] = network.layer({ name: "a", inputs: [network.input("x", float32(1))] }, { outputs: [float32(1)], work: {} });
    return network.layer({ name: "b", inputs: [a] }, { outputs: [float32(1)], work: {} });
  });
  return analyzeTestModel(model, { metrics: [modelSize, activations, fit], hardware: [profile] });
}

const totals = (report: Report) => report.hardware[0]!.totals["fit"]!;
const levels = (report: Report) => report.hardware[0]!.tables["fit"]!["levels"]!.rows;

describe("fit", () => {
  it("asks of a memory what is stored and the peak of what is alive", () => {
    const report = measure([{ level: "DDR", capacity: 128 }]);
    expect(totals(report)).toEqual({
      required: { value: 100, unit: "bytes", status: "exact" }, // 60 + 40
      headroom: { value: 28, unit: "bytes", status: "exact" },
    });
    expect(report.diagnostics).toEqual([]);
  });

  it("says by how much it does not fit, and at which layer the peak is", () => {
    const report = measure([{ level: "DDR", capacity: 98 }], { stored: 1060 });
    expect(totals(report)["headroom"]).toMatchObject({ value: -1002 });
    expect(report.diagnostics).toEqual([
      {
        severity: "warning",
        code: "does-not-fit",
        hardware: "acme-npu",
        message: 'acme-npu: weights and live activations take 1,100 bytes, DDR holds 98: 1,002 too little; most is alive at described "b"',
      },
    ]);
  });

  it("looks at each level of memory, instances together; only where the network runs from, it must fit", () => {
    const report = measure([
      { level: "DDR", capacity: 128 },
      { level: "L2", capacity: 10, count: 3, onChip: true },
      { level: "L1", onChip: true },
    ]);
    const figure = (value: number | null) => (value === null ? { value, status: "unknown" } : { value, status: "exact" });
    expect(levels(report)).toEqual([
      ["DDR", "weights and activations", figure(128), figure(100), figure(28), "yes", "b"],
      ["L2", "weights and activations", figure(30), figure(100), figure(-70), "no", "b"],
      ["L1", "weights and activations", null, figure(100), figure(null), "unknown", "b"],
    ]);
    expect(report.diagnostics).toEqual([]);
  });

  it("asks of flash what is stored, of SRAM what is alive", () => {
    const report = measure([
      { level: "flash", capacity: 64, holds: "weights" },
      { level: "SRAM", capacity: 32, holds: "activations", onChip: true },
    ]);
    expect(totals(report)["headroom"]).toMatchObject({ value: -8 }); // 64 − 60 and 32 − 40
    expect(levels(report).map(([level, , , required, , fits, peak]) => [level, (required as Figure).value, fits, peak])).toEqual([
      ["flash", 60, "yes", null],
      ["SRAM", 40, "no", "b"],
    ]);
    expect(report.diagnostics.map(({ message }) => message)).toEqual([
      'acme-npu: activations take 40 bytes, SRAM holds 32: 8 too little; most is alive at described "b"',
    ]);
  });

  it.each([
    ["at-least", 100, "unknown"], // more may be required than 100
    ["at-least", 300, "no"],
    ["at-most", 100, "yes"],
    ["at-most", 300, "unknown"],
    ["estimate", 100, "unknown"],
  ] as const)("is as sure as what is required: %s %i bytes of 200: %s", (status, value, answer) => {
    const report = measure([{ level: "DDR", capacity: 200 }], { stored: { value: value - 40, status } });
    expect(levels(report)[0]![5]).toBe(answer);
    expect(report.diagnostics).toHaveLength(answer === "no" ? 1 : 0);
  });
});
