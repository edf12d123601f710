import { defineHardwareProfile, type Figure, type HardwareProfile } from "@modelgauge/core";
import { alexNet, analyzeTestModel, float32, tensor, testModel } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { energy } from "./energy.ts";
import { operationEnergy } from "./operation-energy.ts";
import { transferEnergy } from "./transfer-energy.ts";

const device = (changes: Partial<HardwareProfile> = {}): HardwareProfile =>
  defineHardwareProfile({
    id: "acme-npu",
    name: "Acme NPU",
    category: "npu",
    peak: { float32: 100 },
    memory: [{ level: "DDR3", bandwidth: 10 }],
    sources: [
      {
        figures: ["peak", "memory", ...Object.keys(changes).filter((key) => key !== "memory")],
        document: "Acme NPU datasheet",
        evidence: "derived",
      },
    ],
    ...changes,
  });
const own = device({ energy: { operations: { mac: { float32: 2 }, add: { float32: 1 } }, perBit: { DDR3: 0.5 } } });

const figure = (value: number): Figure => ({ value, status: "exact" });

const linear = testModel("linear", (network) => {
  const x = network.input("x", float32(4, 5)); // a batch of 4, 80 bytes
  const weights = [network.stored("w", [10])]; // 40 bytes
  return network.layer({ name: "fc", inputs: [x], weights }, { outputs: [float32(4, 2)], work: { mac: 40, add: 8 } }); // 32 bytes out
});

describe("energy", () => {
  it("is operations and bits, each times what one costs by the device's own figures", () => {
    const report = analyzeTestModel(linear, { metrics: [energy], hardware: [own] });
    expect(report.hardware[0]!.totals["energy"]).toEqual({
      total: { value: 696, unit: "J", status: "exact" },
      arithmetic: { value: 88, unit: "J", status: "exact" }, // 40 · 2 + 8 · 1
      movement: { value: 608, unit: "J", status: "exact" }, // (80 + 40 + 32) · 8 · 0.5
      "per-sample": { value: 174, unit: "J", status: "exact" }, // 696 / 4
      "per-thousand": { value: 174_000, unit: "J", status: "exact" },
    });
    expect(report.hardware[0]!.layers[0]!.metrics["energy"]).toMatchObject({ total: { value: 696 }, arithmetic: { value: 88 } });
    expect(report.diagnostics).toEqual([]);
  });

  it("is estimated by published figures where the device has none, and says by which", () => {
    const report = analyzeTestModel(linear, { metrics: [energy], hardware: [device()] });
    const totals = report.hardware[0]!.totals["energy"]!;
    expect(totals["arithmetic"]!.value).toBeCloseTo((40 * 4.6 + 8 * 0.9) * 1e-12, 20); // float32 at 45 nm: 3.7 + 0.9 pJ, 0.9 pJ
    expect(totals["movement"]!.value).toBeCloseTo(152 * 8 * 20e-12, 20); // 20 pJ a bit
    expect(totals["total"]!.status).toBe("estimate");
    expect(report.diagnostics).toEqual([
      {
        severity: "info",
        code: "energy-estimate",
        hardware: "acme-npu",
        message:
          "acme-npu: energy is estimated with published figures, not the device's own: " +
          "operations at 45 nm (Horowitz, Computing's Energy Problem, ISSCC 2014); DRAM 640 pJ per 32 bits (Horowitz 2014). " +
          "What it takes to fetch and decode instructions, most of the energy on processors and microcontrollers, is in no such figure",
      },
    ]);
  });

  it("is told apart by kind and dtype, and by memory, largest first", () => {
    const twoSided = device({
      memory: [
        { level: "flash", holds: "weights", bandwidth: 10 },
        { level: "SRAM", holds: "activations", onChip: true },
      ],
      energy: { operations: { mac: { float32: 2 } }, perBit: { SRAM: 0.5 } },
    });
    const report = analyzeTestModel(linear, { metrics: [energy], hardware: [twoSided] });
    const { rows } = report.hardware[0]!.tables["energy"]!["parts"]!;
    const horowitz = "operations at 45 nm (Horowitz, Computing's Energy Problem, ISSCC 2014)";
    const about = (value: number): object => ({ value: expect.closeTo(value, 15) as number, status: "estimate" });
    expect(rows).toEqual([
      ["mac float32", figure(40), null, figure(2), figure(80), "the device's own"],
      ["add float32", figure(8), null, about(0.9e-12), about(7.2e-12), horowitz],
      ["activations, SRAM", null, figure(112), figure(4), figure(448), "the device's own"], // (80 + 32) · 8 · 0.5
      ["weights, flash", null, figure(40), about(160e-12), about(6.4e-9), "DRAM 640 pJ per 32 bits (Horowitz 2014)"],
    ]);
    expect(report.diagnostics.map(({ message }) => message)).toEqual([
      `acme-npu: less than 0.1 % of the energy is estimated with published figures, not the device's own: ${horowitz}; DRAM 640 pJ per 32 bits (Horowitz 2014). ` +
        "What it takes to fetch and decode instructions, most of the energy on processors and microcontrollers, is in no such figure",
    ]);
  });

  it("counts what bodies do as often as they run", () => {
    const model = testModel("loop", (network) => {
      const body = network.body("body", (inner) => inner.layer({ name: "fc" }, { outputs: [float32(1)], work: { mac: 5 } }), { runs: 3 });
      return network.layer({ name: "loop", bodies: [body] }, { outputs: [float32(1)], work: {} });
    });
    const { tables, totals } = analyzeTestModel(model, { metrics: [energy], hardware: [own] }).hardware[0]!;
    expect(tables["energy"]!["parts"]!.rows[0]!.slice(0, 5)).toEqual(["mac float32", figure(15), null, figure(2), figure(30)]);
    expect(totals["energy"]!["arithmetic"]!.value).toBe(30);
  });

  it("says which of the device's own figures were not checked", () => {
    const recalled = { ...own, sources: [{ ...own.sources[0]!, evidence: "recalled" as const }] };
    const { diagnostics } = analyzeTestModel(linear, { metrics: [energy], hardware: [recalled] });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "acme-npu: energies rest on figures that are remembered and not checked: " +
        "energy.operations.mac.float32, energy.operations.add.float32, energy.perBit.DDR3 (Acme NPU datasheet)",
    ]);
  });

  it("says which operations no figure is published for", () => {
    const model = testModel("words", (network) => {
      const words = network.input("words", tensor("string", [3]));
      return network.layer({ name: "hash", inputs: [words] }, { outputs: [tensor("int8", [3])], work: { hash: 3 } });
    });
    const report = analyzeTestModel(model, { metrics: [energy], hardware: [device()] });
    expect(report.diagnostics).toContainEqual({
      severity: "warning",
      code: "no-energy-figure",
      hardware: "acme-npu",
      message: "acme-npu: energy leaves out operations for which no figure is published: hash string",
    });
  });

  it("is a lower bound where nothing describes a layer", () => {
    const model = testModel("mystery", (network) => network.undescribed({ name: "mystery" }, float32(1)));
    expect(analyzeTestModel(model, { metrics: [energy], hardware: [own] }).hardware[0]!.totals["energy"]!["total"]).toMatchObject({
      status: "at-least",
    });
  });

  it("is no more in int8 than in float32", () => {
    const total = (bindings: object) =>
      analyzeTestModel(alexNet, { metrics: [energy], hardware: [device()], bindings }).hardware[0]!.totals["energy"]!["total"]!.value!;
    expect(total({ precision: { weights: "int8", activations: "int8" } })).toBeLessThan(total({}) / 3);
  });
});

describe("published energies", () => {
  const picojoules = (
    profile: HardwareProfile,
    ...[kind, dtype]: [Parameters<typeof operationEnergy>[1], Parameters<typeof operationEnergy>[2]]
  ) => operationEnergy(profile, kind, dtype)!.joules * 1e12;

  it("keep the lecture's order: DRAM ≫ SRAM ≫ multiplication ≫ addition", () => {
    const dram = transferEnergy(device(), { level: "DDR3" }).joules * 32e12;
    const sram = transferEnergy(device(), { level: "SRAM", onChip: true }).joules * 32e12;
    expect(dram).toBeCloseTo(640);
    expect(sram).toBeCloseTo(50); // 100 pJ per 64 bits of a megabyte
    expect(picojoules(device(), "multiply", "float32")).toBeCloseTo(3.7);
    expect(picojoules(device(), "add", "float32")).toBeCloseTo(0.9);
  });

  it("go by the nearest process node", () => {
    expect(picojoules(device({ processNode: 5 }), "mac", "bfloat16")).toBeCloseTo(0.32); // 7 nm: 0.21 + 0.11
    expect(picojoules(device({ processNode: 28 }), "mac", "int8")).toBeCloseTo(0.23); // 45 nm: 0.2 + 0.03
  });

  it("grow with the width where the table lacks one: additions as it, multiplications as its square", () => {
    expect(picojoules(device(), "add", "float64")).toBeCloseTo(1.8); // 2 · 0.9
    expect(picojoules(device(), "multiply", "float64")).toBeCloseTo(14.8); // 4 · 3.7
    expect(picojoules(device(), "multiply", "int4")).toBeCloseTo(0.05); // 0.2 / 4
    expect(picojoules(device(), "compare", "bool")).toBeCloseTo(0.03); // as an 8-bit addition
  });

  it("go by the memory's technology", () => {
    expect(transferEnergy(device(), { level: "HBM2e" }).joules).toBeCloseTo(6e-12, 20);
    expect(transferEnergy(device(), { level: "LPDDR5X" }).joules).toBeCloseTo(5e-12, 20);
    expect(transferEnergy(device(), { level: "DDR5-4800 x8" }).joules).toBeCloseTo(20e-12, 20);
  });
});
