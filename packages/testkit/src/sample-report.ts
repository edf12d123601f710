import { defineHardwareProfile, defineLayerMetric, defineMetric, type HardwareProfile, type Model, type Report } from "@modelgauge/core";
import { analyzeTestModel, testModel } from "./network.ts";

const float32 = (...shape: number[]): { readonly dtype: "float32"; readonly shape: readonly number[] } => ({ dtype: "float32", shape });

const macs = defineLayerMetric({
  id: "macs",
  title: "MACs",
  figures: { total: { unit: "MAC", description: "multiply-accumulates of one forward run" } },
  conventions: [{ id: "C2", text: "A bias add is no MAC." }],
  layer: ({ description }) => ({ total: description.work.mac ?? 0 }),
});

const latency = defineMetric({
  id: "latency",
  title: "Latency",
  per: "hardware",
  figures: {
    roofline: { unit: "s", description: "each layer alone, one after another" },
    intensity: { unit: "OP/byte", description: "of a layer, operations ÷ bytes moved" },
  },
  measure: ({ graph }) => ({
    totals: { roofline: { value: 1.25e-3, status: "at-least" } },
    layers: new Map(
      graph.layers.map((layer) => [
        layer,
        { roofline: { value: 2.5e-4, status: "exact" as const }, intensity: { value: 0.5, status: "exact" as const }, bound: "memory" },
      ]),
    ),
    tables: {
      runtimes: {
        title: "Latency by runtime",
        columns: [
          { name: "runtime", description: "what ran it" },
          { name: "latency", unit: "s", description: "of one run" },
        ],
        rows: [
          ["a runtime", { value: 2e-3, status: "estimate" }],
          ["another", null],
        ],
      },
    },
    diagnostics: [{ severity: "info", code: "made-up", message: "nobody measured this" }],
  }),
});

/** A made-up device. */
export const sampleDevice: HardwareProfile = defineHardwareProfile({
  id: "acme-npu",
  name: "Acme NPU",
  vendor: "Acme",
  category: "npu",
  peak: { float32: 1e12 },
  memory: [{ level: "SRAM", bandwidth: 1e9 }],
  sources: [{ figures: ["peak", "memory"], document: "data sheet", evidence: "recalled" }],
});

/**
 * A network with a bit of everything: modules, a body, weights, values that are no tensors, a size that is a bound, a layer that nothing
 * describes, and a name full of markup.
 */
export const sampleModel: Model = testModel("sample", (network) => {
  const x = network.graph.input({ name: "x", dtype: "float32", shape: ["batch", 4] });
  const body = network.body(
    "then",
    (inner) => inner.layer({ name: "inner", inputs: [x] }, { outputs: [float32(1, 4)], work: { mac: 4 } }),
    { alternative: true, status: "at-most" },
  );
  const weights = [network.stored("w", [4, 4]), network.stored("b", [4], { role: "bias" })];
  const [y] = network.layer(
    { name: "y", inputs: [x, undefined], weights, path: ["block", "0"] },
    { outputs: [float32(1, 4)], work: { mac: 4_089_184_256 } },
  );
  const [branch] = network.layer({ name: "if", inputs: [y], bodies: [body], path: ["block", "1"] }, { outputs: [float32(1, 4)], work: {} });
  const [list] = network.layer({ name: "a|b`c` <b>*d*</b>\n", inputs: [y] }, { outputs: [{ kind: "sequence" }], work: {} });
  const [some] = network.layer({ name: "some", inputs: [y] }, { outputs: [{ ...float32(3), status: "at-most" }], work: { mac: 3 } });
  const [mystery] = network.undescribed({ name: "mystery", inputs: [y] }, undefined);
  return [branch!, list!, some!, mystery!];
});

/**
 * A report with something in each of its members, for tests of reporters: {@link sampleModel}, figures of the
 * model and of a device, tables, conventions, diagnostics.
 */
export const sampleReport: Report = analyzeTestModel(sampleModel, { metrics: [macs, latency], hardware: [sampleDevice] });
