import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { networks } from "@modelgauge/models";
import { describe, expect, it } from "vitest";

const zoo = join(process.env["MODELGAUGE_CORPORA"] ?? "", "onnx/zoo.jsonl");

/** Networks that the corpus has as PyTorch ran them, and what it calls them. */
const measured: Readonly<Record<string, string>> = {
  "alexnet-two-group": "lecture_alexnet",
  "bert-base": "bert_base",
  "convnext-tiny": "convnext_tiny",
  "densenet-121": "densenet121",
  "efficientnet-b0": "efficientnet_b0",
  googlenet: "googlenet",
  "gpt-2": "gpt2",
  "mobilenet-v2": "mobilenet_v2",
  "mobilenet-v3-large": "mobilenet_v3_large",
  "resnet-18": "resnet18",
  "resnet-50": "resnet50",
  "resnext-50": "resnext50_32x4d",
  "squeezenet-1.1": "squeezenet1_1",
  "swin-tiny": "swin_t",
  "vgg-16": "vgg16",
  "vit-b-16": "vit_b_16",
};

describe.skipIf(!existsSync(zoo))("the library's figures", () => {
  it.each(Object.entries(measured))("are PyTorch's for %s", (id, name) => {
    const truths = readFileSync(zoo, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const { torch_params: params, macs } = truths.find(({ model }) => model === `zoo/${name}.onnx`);
    expect(networks.find((network) => network.id === id)?.figures).toMatchObject({ params, macs });
  });
});
