import { readFileSync } from "node:fs";
import { join } from "node:path";
import { frontendSuite, hardwareProfileSuite, metricSuite, type ModelFile, reporterSuite } from "@modelgauge/testkit";
import { bytesSource } from "@modelgauge/core";
import { createGauge } from "@modelgauge/host";
import { defaultPlugins } from "modelgauge";
import { expect, it } from "vitest";
import { tinyNetwork } from "./tiny-network.ts";

// What comes with ModelGauge passes the published suites, as a third party's plugins do. The layer types run theirs in their own package.
const gauge = createGauge({ plugins: defaultPlugins });
const { frontends, hardware, layerTypes, metrics, reporters } = gauge;

const json = (name: string, value: object): ModelFile => ({ name, bytes: new TextEncoder().encode(JSON.stringify(value)) });

/** Small models, by the frontend that reads them. */
const files: Readonly<Record<string, readonly ModelFile[]>> = {
  onnx: [
    { name: "tiny.onnx", bytes: tinyNetwork() },
    { name: "resnet18.onnx", bytes: readFileSync(join(import.meta.dirname, "../demo/resnet18.onnx")) },
  ],
  dsl: [
    json("tiny.json", {
      modelgauge: 1,
      inputs: [{ name: "x", shape: ["batch", 3, 8, 8] }],
      layers: [
        { type: "conv", filters: 4, kernel: 3, padding: "same", bias: true },
        { type: "activation", function: "relu" },
        { repeat: 2, layers: [{ type: "linear", units: "${2 * 4}" }] },
      ],
    }),
  ],
  tfjs: [
    json("model.json", {
      format: "layers-model",
      modelTopology: {
        class_name: "Sequential",
        config: {
          name: "tiny",
          layers: [
            { class_name: "Dense", config: { name: "dense", units: 3, activation: "relu", use_bias: true, batch_input_shape: [null, 4] } },
          ],
        },
      },
      weightsManifest: [
        {
          paths: ["weights.bin"],
          weights: [
            { name: "dense/kernel", shape: [4, 3], dtype: "float32" },
            { name: "dense/bias", shape: [3], dtype: "float32" },
          ],
        },
      ],
    }),
  ],
};

it("there is a small model for each frontend", () => {
  expect(Object.keys(files).toSorted()).toEqual(frontends.map(({ id }) => id).toSorted());
});

const known = new Map(layerTypes.map((layerType) => [layerType.type, layerType]));
for (const frontend of frontends) {
  frontendSuite(frontend, { files: files[frontend.id] ?? [], layerTypes: known });
}
for (const metric of metrics) metricSuite(metric, { needs: metrics, hardware: hardware.slice(0, 1) });
for (const profile of hardware) hardwareProfileSuite(profile);

const report = await gauge.analyze(bytesSource(tinyNetwork(), "tiny.onnx"), { hardware: [hardware[0]!] });
for (const reporter of reporters) reporterSuite(reporter, { report });
