import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Bindings, defineHardwareProfile, type DType, type HardwareProfile } from "@modelgauge/core";
import { fileSource } from "@modelgauge/core/node";
import onnx from "@modelgauge/frontend-onnx";
import { createGauge, type OpenModel } from "@modelgauge/host";
import layers from "@modelgauge/layers";
import latency from "@modelgauge/metric-latency";

/** A published measurement of one network on one device. */
export interface Measurement {
  /** Path of the network in the corpora. */
  readonly model: string;
  /** Id of a hardware profile. */
  readonly device: string;
  /** `float16 (amp)` or `float32`. */
  readonly precision: string;
  readonly runtime: string;
  readonly layout: string;
  readonly batch: number;
  readonly latency_s: number;
  readonly source: string;
}

const root = join(import.meta.dirname, "../../../..");
const corpora = process.env["MODELGAUGE_CORPORA"] ?? join(root, "../shared/corpora");
const file = join(corpora, "../hardware/latency.jsonl");

/** Every measurement of the corpora; none where there are no corpora. */
export const measurements: readonly Measurement[] = existsSync(file)
  ? readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
  : [];

const gauge = createGauge({ plugins: [layers, onnx, latency] });
const opened = new Map<string, Promise<OpenModel>>();

/** The network of a measurement, parsed once. */
export function networkOf({ model }: Measurement): Promise<OpenModel> {
  const known = opened.get(model);
  if (known !== undefined) return known;
  const opening = openFile(join(corpora, "onnx", model));
  opened.set(model, opening);
  return opening;
}

async function openFile(path: string): Promise<OpenModel> {
  await using source = await fileSource(path);
  return await gauge.open(source);
}

/** What a measurement multiplied in: automatic mixed precision multiplies in float16, and accumulates in float32. */
export function dtypeOf({ precision }: Measurement): DType {
  return precision.startsWith("float16") ? "float16" : "float32";
}

/** The measured precision and batch. */
export function bindingsOf(measurement: Measurement): Bindings {
  const dtype = dtypeOf(measurement);
  return { dims: { batch: measurement.batch }, precision: { weights: dtype, activations: dtype } };
}

/** Path of a profile's file, relative to the root. */
export function profilePath(id: string): string {
  return `hardware-profiles/${id.split("-")[0]!}/profiles/${id}.json`;
}

/** A profile, as its file has it now. */
export function profileOf(id: string): HardwareProfile {
  return defineHardwareProfile(JSON.parse(readFileSync(join(root, profilePath(id)), "utf8")));
}

/** What torchvision's networks are grouped by. */
export function familyOf({ model }: Pick<Measurement, "model">): string {
  const name = model.replace(/^.*\//, "");
  const [, family] = FAMILIES.find(([pattern]) => pattern.test(name)) ?? [];
  if (family === undefined) throw new Error(`${model} is of no known family`);
  return family;
}

const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^convnext/, "ConvNeXt"],
  [/^densenet/, "DenseNet"],
  [/^efficientnet/, "EfficientNet"],
  [/^(mobilenet|mnasnet)/, "MobileNetV2, MnasNet"],
  [/^regnet/, "RegNet"],
  [/^resnext/, "ResNeXt"],
  [/^resnet/, "ResNet"],
  [/^swin/, "Swin"],
  [/^vgg/, "VGG"],
  [/^vit/, "ViT"],
];
