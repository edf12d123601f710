import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineHardwareProfile, type HardwareProfile } from "@modelgauge/core";
import { fileSource } from "@modelgauge/core/node";
import onnx from "@modelgauge/frontend-onnx";
import { createGauge, type OpenModel } from "@modelgauge/host";
import layers from "@modelgauge/layers";
import latencyPlugin from "@modelgauge/metric-latency";
import { afterAll, describe, expect, it } from "vitest";

/** A published measurement of one network on one device. */
interface Measured {
  readonly model: string;
  readonly device: string;
  readonly precision: string;
  readonly runtime: string;
  readonly layout: string;
  readonly batch: number;
  readonly latency_s: number;
}

const root = join(import.meta.dirname, "../../..");
const corpora = process.env["MODELGAUGE_CORPORA"] ?? join(root, "../shared/corpora");
const file = join(corpora, "../hardware/latency.jsonl");
const rows: readonly Measured[] = existsSync(file)
  ? readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
  : [];

const gauge = createGauge({ plugins: [layers, onnx, latencyPlugin] });
const opened = new Map<string, { readonly model: OpenModel; readonly close: () => Promise<void> }>();

async function open(name: string): Promise<OpenModel> {
  if (!opened.has(name)) {
    const source = await fileSource(join(corpora, "onnx", name));
    opened.set(name, { model: await gauge.open(source), close: () => source.close() });
  }
  return opened.get(name)!.model;
}

function profile(id: string): HardwareProfile {
  const vendor = id.split("-")[0]!;
  return defineHardwareProfile(JSON.parse(readFileSync(join(root, `hardware-profiles/${vendor}/profiles/${id}.json`), "utf8")));
}

/** Networks that were exported for a single image. */
const single = /vit_|swin_/;

describe.skipIf(rows.length === 0)("the lower bound against published measurements", () => {
  afterAll(async () => {
    for (const { close } of opened.values()) await close();
  });

  it.each(rows.filter(({ model, batch }) => batch === 1 || !single.test(model)))(
    "$model, batch $batch, on $device ($precision, $runtime, $layout)",
    async ({ model: name, batch, device, precision, latency_s: measured }) => {
      const model = await open(name);
      const [input] = model.inputs;
      const dtype = precision.startsWith("float16") ? "float16" : "float32";
      const report = model.analyze({
        inputs: { [input!.name]: { shape: [batch, ...(input!.shape!.slice(1) as number[])] } },
        precision: { weights: dtype, activations: dtype },
        hardware: [profile(device)],
      });
      expect(report.hardware[0]!.totals["latency"]!["lower-bound"]!.value).toBeGreaterThan(0);
      expect(report.hardware[0]!.totals["latency"]!["lower-bound"]!.value).toBeLessThanOrEqual(measured);
    },
  );
});
