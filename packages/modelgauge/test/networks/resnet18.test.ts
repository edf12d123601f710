import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bytesSource } from "@modelgauge/core";
import { createGauge } from "@modelgauge/host";
import { expect, it } from "vitest";
import { defaultPlugins } from "modelgauge";
import { resnet18 } from "./resnet18.ts";

const gauge = createGauge({ plugins: defaultPlugins });
const demo = new Uint8Array(readFileSync(join(import.meta.dirname, "../../demo/resnet18.onnx")));

it("the demo's network is what write-demo.ts writes", () => {
  expect(Buffer.from(resnet18({ weights: "absent" })).equals(demo)).toBe(true);
});

it("has the parameters and MACs that torchvision's ResNet-18 has", async () => {
  const { totals, coverage } = await gauge.analyze(bytesSource(demo, "resnet18.onnx"));
  expect(totals["params"]).toMatchObject({ total: { value: 11_689_512, status: "exact" }, buffers: { value: 9_600 } });
  expect(totals["macs"]).toMatchObject({ total: { value: 1_814_073_344, status: "exact" } });
  expect(totals["model-size"]).toMatchObject({ total: { value: 46_796_448 } }); // 4 · (11,689,512 + 9,600)
  expect(coverage).toEqual({ layers: 69, described: 69, undescribed: [] });
});

it("has the same figures whether its weights are inside or not", async () => {
  const inside = await gauge.analyze(bytesSource(resnet18({ weights: "inside" }), "resnet18.onnx"));
  expect(inside).toEqual(await gauge.analyze(bytesSource(demo, "resnet18.onnx")));
});
