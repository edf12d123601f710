import {
  type Bindings,
  type BuiltModel,
  buildModel,
  bytesSource,
  type Layer,
  type Model,
  ModelGaugeError,
  type Source,
} from "@modelgauge/core";
import { dslFrontend } from "../src/frontend.ts";
import { testTypes } from "./layer-types.ts";

/** The test's layer types by name. */
export const typesByName: ReadonlyMap<string, (typeof testTypes)[number]> = new Map(testTypes.map((type) => [type.type, type]));

const frontend = dslFrontend(testTypes);

/** Opens a document; other files stand beside it. */
export async function openDsl(text: string, files: Readonly<Record<string, string>> = {}): Promise<Model> {
  return frontend.open(textSource("net.json", text, files));
}

/** Builds a document's network: its parts are put into `{ "modelgauge": 1, … }`. */
export async function buildDsl(parts: string, bindings: Bindings = {}, files: Readonly<Record<string, string>> = {}): Promise<BuiltModel> {
  return buildModel(await openDsl(`{ "modelgauge": 1, ${parts} }`, files), bindings, typesByName);
}

/** What is wrong with a document: each line of its error. */
export async function problemsOf(
  text: string,
  bindings: Bindings = {},
  files: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  try {
    buildModel(await openDsl(text, files), bindings, typesByName);
    return [];
  } catch (error) {
    if (!(error instanceof ModelGaugeError)) throw error;
    return [error.message, ...error.further];
  }
}

/** The layers of a graph by name. */
export function layersOf({ graph }: BuiltModel): Readonly<Record<string, Layer>> {
  return Object.fromEntries(graph.layers.map((layer) => [layer.name, layer]));
}

function textSource(name: string, text: string, files: Readonly<Record<string, string>>, folder: string = ""): Source {
  return {
    ...bytesSource(new TextEncoder().encode(text), name),
    sibling: (path) => {
      const full = new URL(path, `file:///${folder}`).pathname.slice(1);
      if (path.startsWith("../.."))
        throw new ModelGaugeError({ code: "outside-folder", message: `"${path}" leads out of the model's folder` });
      const found = files[full];
      return Promise.resolve(found === undefined ? undefined : textSource(full, found, files, full.replace(/[^/]*$/, "")));
    },
  };
}
