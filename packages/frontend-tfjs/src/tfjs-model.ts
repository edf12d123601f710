import type { Model } from "@modelgauge/core";
import type { Artifacts } from "./artifacts/artifacts.ts";
import { graphModel } from "./graph/graph-model.ts";
import { layersModel } from "./keras/layers-model.ts";
import type { TfjsLayer } from "./layer-translator.ts";
import { malformed } from "./malformed.ts";
import type { TfjsOp } from "./op-translator.ts";
import { weightsModel } from "./weights-model.ts";

/** The translators at hand. */
export interface Translators {
  readonly layers: readonly TfjsLayer[];
  readonly ops: readonly TfjsOp[];
}

/**
 * A model from its parts. What the topology is tells its kind, whatever `format` says; without one, there are only weights.
 *
 * @throws ModelGaugeError `tfjs-malformed` where the topology is neither of Keras nor a TensorFlow graph, or contradicts itself
 */
export async function tfjsModel(artifacts: Artifacts, name: string, { layers, ops }: Translators): Promise<Model> {
  const { topology } = artifacts;
  if (!topology.isPresent) return weightsModel(artifacts, name);
  if (topology.isObject && (topology.has("class_name") || topology.has("model_config"))) return layersModel(artifacts, layers);
  if (topology.isObject && (topology.has("node") || topology.has("library") || topology.has("versions")))
    return graphModel(artifacts, name, ops);
  throw malformed(`${topology.place} is neither a Keras model (class_name) nor a TensorFlow graph (node)`);
}
