import type { DeclaredInput, Model, Tensor } from "@modelgauge/core";
import { inspectWeights, NO_FINDINGS } from "../artifacts/inspect-weights.ts";
import { missingFiles } from "../artifacts/missing-files.ts";
import { reportQuantised } from "../artifacts/loaded-size.ts";
import type { Artifacts } from "../artifacts/artifacts.ts";
import type { TfjsLayer } from "../layer-translator.ts";
import { malformed, quoted } from "../malformed.ts";
import { LayerWeights } from "./layer-weights.ts";
import { type Container, type InputLayer, parseTopology } from "./topology.ts";
import { batchOf } from "./translate-layer.ts";
import { walkContainer, walkNested } from "./walk-container.ts";

/**
 * A model from a Keras topology.
 *
 * @throws ModelGaugeError `tfjs-malformed` where it contradicts itself
 */
export function layersModel({ topology, manifest, bytes }: Artifacts, translators: readonly TfjsLayer[]): Model {
  const container = parseTopology(topology);
  const writer = topology.at("keras_version").text("");
  const byClass = new Map(translators.map((translator) => [translator.className, translator]));
  const inputs = inputLayers(container);
  const declared = inputs.map(({ name, dtype, shape }): DeclaredInput => ({ name, dtype, shape }));
  let found = NO_FINDINGS;
  return {
    name: container.name,
    format: "tfjs",
    inputs: declared,
    inspectWeights: async (inspection) => {
      found = await inspectWeights(manifest ?? [], bytes, inspection);
    },
    build: (builder) => {
      for (const diagnostic of [...missingFiles(bytes.missing), ...found.diagnostics]) builder.diagnose(diagnostic);
      reportQuantised(manifest ?? [], builder);
      const weights = new LayerWeights(manifest, builder, found.nonzero);
      const tensors = declared.map((input) => builder.input(input));
      const given = builder.bindings.inputs ?? {};
      const assumedSizes = inputs.some(
        ({ name, shape }) => shape?.includes(undefined) === true && !(Object.hasOwn(given, name) && given[name]?.shape),
      );
      const tables = { builder, translators: byClass, weights, writer, batch: batchOf(tensors[0]), assumedSizes, walk: walkNested };
      const outputs = walkContainer(container, tensors, tables, "");
      weights.reportLeft();
      return builder.finish(outputs.filter((tensor): tensor is Tensor => tensor !== undefined));
    },
  };
}

/** The inputs in the model's order. */
function inputLayers({ inputs, calls, name }: Container): readonly InputLayer[] {
  if (inputs.length === 0) throw malformed(`model ${quoted(name)} names no inputs`);
  const members = new Map(calls.filter(({ index }) => index === 0).map((call) => [call.name, call.member]));
  const layers = inputs.map(({ layer }) => {
    const member = members.get(layer);
    if (member?.kind !== "input") throw malformed(`model ${quoted(name)} has no InputLayer ${quoted(layer)}`);
    return member.input;
  });
  const twice = layers.find((input, index) => layers.findIndex((other) => other.name === input.name) < index);
  if (twice !== undefined) throw malformed(`model ${quoted(name)} has two inputs ${quoted(twice.name)}`);
  return layers;
}
