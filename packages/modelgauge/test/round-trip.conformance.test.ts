import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Bindings, bytesSource, everyLayer, type Figure, type Graph, type Report } from "@modelgauge/core";
import { fileSource } from "@modelgauge/core/node";
import { writeDocument } from "@modelgauge/frontend-dsl";
import { createGauge } from "@modelgauge/host";
import { describe, expect, it } from "vitest";
import { defaultPlugins } from "../src/default-plugins.ts";

const corpora = process.env["MODELGAUGE_CORPORA"] ?? "";
const gauge = createGauge({ plugins: defaultPlugins });
const layerTypes = new Map(gauge.layerTypes.map((layerType) => [layerType.type, layerType]));

/** A model of a corpus, and under what it is analysed. */
interface Case {
  readonly model: string;
  readonly bindings: Bindings;
}

interface ExpectedInput {
  readonly name: string;
  readonly kind?: string;
  readonly dtype: NonNullable<Bindings["inputs"]>[string]["dtype"];
  readonly shape?: readonly number[];
  readonly value?: readonly number[];
}

function lines(file: string): readonly unknown[] {
  const path = join(corpora, file);
  if (!existsSync(path)) return [];
  const text = readFileSync(path, "utf8").split("\n");
  return text.filter((line) => line !== "").map((line): unknown => JSON.parse(line));
}

function zoo(): readonly Case[] {
  return (lines("onnx/zoo.jsonl") as readonly { readonly model: string; readonly dims: Bindings["dims"] }[]).map(
    ({ model, dims = {} }) => ({
      model: `onnx/${model}`,
      bindings: { dims },
    }),
  );
}

function conformance(set: string): readonly Case[] {
  const rows = lines(`onnx/${set}/expectation.jsonl`) as readonly { readonly file: string; readonly inputs: readonly ExpectedInput[] }[];
  return rows.map(({ file, inputs }) => ({
    model: `onnx/${set}/${file}`,
    bindings: {
      inputs: Object.fromEntries(
        inputs.flatMap(({ name, kind = "tensor", dtype, shape, value }) =>
          kind === "tensor" && shape !== undefined
            ? [[name, { ...(dtype && { dtype }), shape, ...(value !== undefined && { values: value }) }] as const]
            : [],
        ),
      ),
    },
  }));
}

function files(pattern: string): readonly Case[] {
  return globSync(pattern, { cwd: corpora })
    .toSorted()
    .map((model) => ({ model, bindings: {} }));
}

/** Every figure of a report: totals, and layer by layer, bodies after the layers that hold them. */
function figuresOf({ totals, layers, coverage }: Report): unknown {
  const ofLayers = (each: Report["layers"]): readonly unknown[] =>
    each.flatMap(({ name, metrics, bodies = [] }): readonly unknown[] => [
      [name, metrics satisfies Record<string, Record<string, Figure>>],
      ...bodies.flatMap((body) => ofLayers(body.layers)),
    ]);
  return { totals, coverage, layers: ofLayers(layers) };
}

/** What the document of a model says that the model does not; undefined where the model itself cannot be analysed. */
async function differences({ model, bindings }: Case): Promise<string | undefined> {
  let original: Report;
  let graph: Graph;
  try {
    await using source = await fileSource(join(corpora, model));
    const open = await gauge.open(source);
    original = open.analyze(bindings);
    ({ graph } = open.build(bindings));
  } catch {
    return undefined;
  }
  try {
    const document = await gauge.open(bytesSource(new TextEncoder().encode(writeDocument(graph, layerTypes)), "written.json"));
    const inputs = document.inputs.flatMap(({ name }) => {
      const given = bindings.inputs?.[name];
      return given === undefined ? [] : [[name, given] as const];
    });
    const read = document.analyze({ inputs: Object.fromEntries(inputs) });
    expect(figuresOf(read)).toEqual(figuresOf(original));
    expect([...everyLayer(document.build({ inputs: Object.fromEntries(inputs) }).graph)].length).toBe([...everyLayer(graph)].length);
    return "";
  } catch (error) {
    return `${model}: ${(error as Error).message}`;
  }
}

describe.skipIf(!existsSync(join(corpora, "onnx")))("a network written in the DSL has the figures of the original", () => {
  it.each([
    { corpus: "zoo", cases: zoo(), least: 90 },
    { corpus: "standard", cases: conformance("standard"), least: 1000 },
    { corpus: "legacy", cases: conformance("legacy"), least: 100 },
    { corpus: "contrib", cases: conformance("contrib"), least: 50 },
    { corpus: "third-party", cases: files("onnx/third-party/files/**/*.onnx"), least: 70 },
    { corpus: "hostile", cases: files("onnx/hostile/**/*.onnx"), least: 10 },
    { corpus: "tfjs", cases: files("tfjs/{models,keras3,graphs,real}/**/model.json"), least: 100 },
  ])("$corpus", async ({ cases, least }) => {
    const outcomes: (string | undefined)[] = [];
    for (const each of cases) outcomes.push(await differences(each));
    expect(outcomes.filter((outcome) => outcome !== undefined && outcome !== "")).toEqual([]);
    expect(outcomes.filter((outcome) => outcome === "").length).toBeGreaterThan(least);
  });
});
