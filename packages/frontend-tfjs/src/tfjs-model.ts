import type { Model } from "@modelgauge/core";
import type { Artifacts } from "./artifacts/artifacts.ts";
import { layersModel } from "./keras/layers-model.ts";
import type { TfjsLayer } from "./layer-translator.ts";
import { malformed } from "./malformed.ts";

/** The translators at hand. */
export interface Translators {
  readonly layers: readonly TfjsLayer[];
}

export async function tfjsModel(artifacts: Artifacts, name: string, translators: Translators): Promise<Model> {
  const { topology } = artifacts;
  if (topology.has("class_name") || topology.has("model_config")) return layersModel(artifacts, translators.layers);
  throw malformed("todo" + name);
}
