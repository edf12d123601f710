import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileSource } from "@modelgauge/core/node";
import onnx from "@modelgauge/frontend-onnx";
import { createGauge } from "@modelgauge/host";
import layers from "@modelgauge/layers";
import latency from "@modelgauge/metric-latency";
import macs from "@modelgauge/metric-macs";
import { expect, it } from "vitest";

it("a custom device is one JSON file", async () => {
  const profile = JSON.parse(readFileSync(join(import.meta.dirname, "../acme-npu.json"), "utf8"));
  const gauge = createGauge({ plugins: [layers, onnx, macs, latency] });
  await using resnet = await fileSource(join(import.meta.dirname, "../../../packages/modelgauge/demo/resnet18.onnx"));
  const { totals, hardware } = await gauge.analyze(resnet, { hardware: [profile] });
  const roofline = hardware[0]!.totals["latency"]!["roofline"]!;
  const leastTime = (2 * totals["macs"]!["total"]!.value!) / 4e12; // every MAC is two operations, at the peak of float32
  expect(hardware[0]!.id).toBe("acme-npu");
  expect(roofline.value).toBeGreaterThan(leastTime);
  expect(roofline.value).toBeLessThan(10 * leastTime);
});
