import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileSource } from "@modelgauge/core/node";
import onnx from "@modelgauge/frontend-onnx";
import nvidia from "@modelgauge/hardware-nvidia";
import { createGauge } from "@modelgauge/host";
import layers from "@modelgauge/layers";
import energy from "@modelgauge/metric-energy";
import { describe, expect, it } from "vitest";
import carbon from "../src/index.ts";

describe("a custom metric", () => {
  it("takes fewer than 15 lines", () => {
    expect(
      readFileSync(join(import.meta.dirname, "../src/index.ts"), "utf8")
        .trim()
        .split("\n").length,
    ).toBeLessThan(15);
  });

  it("rests on another metric, on each device", async () => {
    const gauge = createGauge({ plugins: [layers, onnx, nvidia, energy, carbon] });
    await using resnet = await fileSource(join(import.meta.dirname, "../../../packages/modelgauge/demo/resnet18.onnx"));
    const [device] = (await gauge.analyze(resnet, { hardware: ["nvidia-t4"] })).hardware;
    const joules = device!.totals["energy"]!["total"]!.value!;
    expect(joules).toBeGreaterThan(0);
    // 400 g for 1 kWh = 3,600,000 J
    expect(device!.totals["carbon"]).toEqual({
      total: { value: expect.closeTo((joules * 400) / 3_600_000, 12), unit: "g", status: "estimate" },
    });
  });
});
