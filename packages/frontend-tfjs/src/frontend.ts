import { defineFrontend, type Frontend } from "@modelgauge/core";
import { artifactsOf, isArtifactsObject, readArtifacts } from "./artifacts/artifacts.ts";
import { recognisesTfjs } from "./recognise.ts";
import { tfjsModel, type Translators } from "./tfjs-model.ts";

/** Reads model.json files, and models that TensorFlow.js has loaded, with the translators at hand. */
export function tfjsFrontend(translators: Translators): Frontend {
  return defineFrontend({
    id: "tfjs",
    title: "TensorFlow.js",
    recognises: recognisesTfjs,
    open: async (source) => tfjsModel(await readArtifacts(source), source.name.replace(/\.json$/i, ""), translators),
    objects: {
      recognises: isArtifactsObject,
      open: async (object) => tfjsModel(await artifactsOf(object), "model", translators),
    },
  });
}
