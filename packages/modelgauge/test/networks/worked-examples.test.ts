import type { Report } from "@modelgauge/core";
import { createGauge } from "@modelgauge/host";
import { alexnetTwoGroup, mobilenetV2, resnet50 } from "@modelgauge/models";
import { defaultPlugins } from "modelgauge";
import { describe, expect, it } from "vitest";

// The numbers that lectures on efficient deep learning (MIT 6.5940, lecture 2) work through.

const gauge = createGauge({ plugins: defaultPlugins });
const valueOf = ({ totals }: Report, metric: string, figure: string): number => totals[metric]![figure]!.value!;

describe("the worked examples of the literature", () => {
  it("AlexNet does 724 M MACs, which are 1.4 GFLOPs", async () => {
    const report = await gauge.analyze(alexnetTwoGroup);
    expect(valueOf(report, "macs", "total")).toBe(724_406_816);
    expect(valueOf(report, "flops", "total")).toBe(1_448_813_632); // 2 · 724,406,816
  });

  it("50 ms an image are 20 images a second, and those do not take longer together", async () => {
    // 1,000 · 1,000 MACs are 2 · 10^6 operations: 50 ms at 4 · 10^7 a second. 4 · 10^6 bytes of weights take 4 µs.
    const device = {
      id: "lecture",
      name: "Lecture",
      category: "example",
      peak: { float32: 4e7 },
      memory: [
        { level: "DRAM", bandwidth: 1e12 },
        { level: "SRAM", capacity: 1e3, onChip: true },
      ],
      sources: [{ figures: ["peak", "memory"], document: "made up", evidence: "derived" as const }],
    };
    const network = {
      modelgauge: 1,
      inputs: [{ name: "x", shape: ["batch", 1000] }],
      layers: [{ type: "linear", units: 1000 }],
    };
    const [one, twenty] = await Promise.all(
      [1, 20].map(async (batch) => (await gauge.analyze(network, { dims: { batch }, hardware: [device] })).hardware[0]!.totals),
    );
    expect(one!["latency"]!["roofline"]!.value).toBeCloseTo(0.05, 12);
    expect(one!["throughput"]!["roofline"]!.value).toBeCloseTo(20, 9);
    expect(twenty!["latency"]!["roofline"]!.value).toBeCloseTo(1, 12); // 20 · 50 ms: a second
    expect(twenty!["throughput"]!["roofline"]!.value).toBeCloseTo(20, 9);
  });

  it("MobileNetV2 has a seventh of the parameters of ResNet-50, and activations that are comparable", async () => {
    const [mobile, residual] = await Promise.all([gauge.analyze(mobilenetV2), gauge.analyze(resnet50)]);
    const ratio = (metric: string, figure: string): number => valueOf(residual, metric, figure) / valueOf(mobile, metric, figure);
    expect(ratio("params", "total")).toBeCloseTo(25_557_032 / 3_504_872, 9); // 7.3
    expect(ratio("macs", "total")).toBeCloseTo(4_089_184_256 / 300_774_272, 9); // 13.6
    // A batch norm of MobileNetV2 holds 96 · 112 · 112 twice; an addition of ResNet-50 256 · 56 · 56 three times.
    expect([mobile, residual].map((report) => valueOf(report, "activations", "peak"))).toEqual([2_408_448, 2_408_448]);
    expect(ratio("activations", "total")).toBeLessThan(3);
    expect(ratio("training-memory", "activations")).toBeLessThan(3);
  });
});
