import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { product, type Report } from "@modelgauge/core";
import { fileSource } from "@modelgauge/core/node";
import { describe, expect, it } from "vitest";
import { analyzeTfjs, shapeOf, storedElements } from "./analyze-tfjs.ts";

const corpus = join(resolve(import.meta.dirname, "../../../..", process.env["MODELGAUGE_CORPORA"] ?? "../shared/corpora"), "tfjs");
const present = existsSync(corpus);

/** A layer as TensorFlow.js or Keras told it. */
interface TrueLayer {
  readonly name: string;
  readonly class: string;
  readonly outputShape?: readonly (number | null)[];
  readonly nodeOutputShapes?: unknown;
  readonly layers?: unknown;
}

/** A node as it ran. */
interface TrueNode {
  readonly op: string;
  readonly shapes?: readonly (readonly number[] | null)[];
  readonly valueDependent?: boolean;
  readonly notExecuted?: boolean;
  readonly dependsOnMissingConst?: boolean;
}

/** What is known of a model. */
interface Truth {
  readonly countParams?: number;
  readonly layers?: readonly TrueLayer[];
  readonly run?: { readonly inputShapes?: readonly (readonly number[])[]; readonly macs?: number };
  readonly nodes?: Readonly<Record<string, TrueNode>>;
  readonly inputShapesUsed?: Readonly<Record<string, readonly number[]>>;
}

/** Weights whose integers are known. */
type Constants = Readonly<Record<string, readonly number[] | { readonly value: readonly number[] }>>;

/** TensorFlow.js loses or changes sizes when it plans these layers. */
const MISTOLD: ReadonlySet<string> = new Set(["models/center_crop", "models/random_width"]);

const models = present
  ? ["models", "keras3", "graphs", "real"].flatMap((set) =>
      readdirSync(join(corpus, set))
        .filter((name) => existsSync(join(corpus, set, name, "truth.json")))
        .map((name) => `${set}/${name}`),
    )
  : [];
const truthOf = (model: string): Truth => JSON.parse(readFileSync(join(corpus, model, "truth.json"), "utf8")) as Truth;

describe.skipIf(!present)("the corpus of TensorFlow.js models", () => {
  const keras = models.filter((model) => truthOf(model).layers !== undefined && !MISTOLD.has(model));
  const graphs = models.filter((model) => truthOf(model).nodes !== undefined);

  it.each(keras)("%s: parameters, and each layer's output", async (model) => {
    const truth = truthOf(model);
    const names = truth.layers!.filter((layer) => layer.class === "InputLayer").map(({ name }) => name);
    const shapes = truth.run?.inputShapes ?? [];
    const inputs = names.length === shapes.length ? Object.fromEntries(names.map((name, index) => [name, { shape: shapes[index]! }])) : {};
    const report = await analyzeFile(join(corpus, model, "model.json"), { inputs });
    expect(storedElements(report)).toBe(truth.countParams);
    const last = new Map(report.layers.map((layer) => [layer.origin.name, layer.outputs[0]]));
    const differing = truth.layers!.filter(({ class: className, outputShape, nodeOutputShapes, layers, name }) => {
      if (className === "InputLayer" || nodeOutputShapes !== undefined || layers !== undefined) return false;
      if (outputShape?.every((size) => typeof size === "number" || size === null) !== true || outputShape.slice(1).includes(null))
        return false;
      const output = last.get(name);
      return (
        JSON.stringify(output !== undefined && output.kind === undefined && output.shape) !==
        JSON.stringify([outputShape[0] ?? 1, ...outputShape.slice(1)])
      );
    });
    expect(differing).toEqual([]);
    if (truth.run?.macs !== undefined) expect(report.totals["macs"]?.["total"]?.value).toBe(truth.run.macs);
  });

  it.each(graphs)("%s: each node's output", async (model) => {
    const truth = truthOf(model);
    const inputs = Object.fromEntries(Object.entries(truth.inputShapesUsed ?? {}).map(([name, shape]) => [name, { shape }]));
    const folder = mkdtempSync(join(tmpdir(), "shards-"));
    try {
      const report = await analyzeFile(copyWithShards(model, folder), { inputs });
      const differing = Object.entries(truth.nodes!).filter(([name, node]) => {
        const shape = node.shapes?.[0];
        if (
          ["Const", "Placeholder", "NoOp"].includes(node.op) ||
          node.valueDependent ||
          node.notExecuted ||
          node.dependsOnMissingConst ||
          !shape
        )
          return false;
        return JSON.stringify(shapeOf(report, name)) !== JSON.stringify(shape);
      });
      // What follows from a range whose bounds no file has.
      const unknowable = model === "real/codait-image-segmenter" ? 4 : 0;
      expect(differing).toHaveLength(unknowable);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

async function analyzeFile(path: string, options: Parameters<typeof analyzeTfjs>[1]): Promise<Report> {
  await using source = await fileSource(path);
  return await analyzeTfjs(source, options);
}

/** Writes a model with its weights: the integers that are known, and zeros. None where an integer is not known. */
function copyWithShards(model: string, folder: string): string {
  const text = readFileSync(join(corpus, model, "model.json"), "utf8");
  const copy = join(folder, "model.json");
  writeFileSync(copy, text);
  const { weightsManifest } = JSON.parse(text) as {
    weightsManifest: readonly { paths: readonly string[]; weights: readonly StoredWeight[] }[];
  };
  const known = join(corpus, model, "consts.json");
  const constants = existsSync(known) ? (JSON.parse(readFileSync(known, "utf8")) as Constants) : {};
  const groups = weightsManifest.map(({ paths, weights }) => ({ paths, parts: weights.map((weight) => bytesOfWeight(weight, constants)) }));
  if (groups.some(({ parts }) => parts.includes(undefined))) return copy;
  for (const { paths, parts } of groups) {
    const all = Buffer.concat(parts as Buffer[]);
    paths.forEach((path, index) => writeFileSync(join(folder, path), index === 0 ? all : Buffer.alloc(0)));
  }
  return copy;
}

interface StoredWeight {
  readonly name: string;
  readonly dtype: "float32" | "int32" | "bool";
  readonly shape: readonly number[];
  readonly quantization?: { readonly dtype: "uint8" | "uint16" | "float16" };
}

function bytesOfWeight({ name, dtype, shape, quantization }: StoredWeight, constants: Constants): Buffer | undefined {
  const width = { float32: 4, int32: 4, bool: 1, uint8: 1, uint16: 2, float16: 2 }[quantization?.dtype ?? dtype];
  const elements = product(shape);
  const buffer = Buffer.alloc(elements * width);
  if (quantization !== undefined || dtype === "float32") return buffer;
  const constant = constants[name];
  const values = constant !== undefined && "value" in constant ? constant.value : constant;
  if (values?.length !== elements) return undefined;
  values.forEach((value, index) => (dtype === "int32" ? buffer.writeInt32LE(value, index * 4) : buffer.writeUInt8(value ? 1 : 0, index)));
  return buffer;
}
