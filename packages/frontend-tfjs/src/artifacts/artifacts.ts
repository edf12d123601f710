import { ModelGaugeError, type Source } from "@modelgauge/core";
import { JsonValue } from "../json/json-value.ts";
import { readJson } from "../json/parse-json.ts";
import { malformed } from "../malformed.ts";
import { bufferBytes, NO_BYTES, ShardFiles, type WeightBytes } from "./shard-files.ts";
import { parseManifest, parseSpecs, type WeightManifest } from "./weight-manifest.ts";

/** The parts of a TensorFlow.js model, whether they come from a file or from memory. */
export interface Artifacts {
  /** A Keras model, or a TensorFlow graph; absent where there are only weights. */
  readonly topology: JsonValue;
  /** The graph's own names of its inputs and outputs. */
  readonly signature: JsonValue;
  /** A graph that runs once, when the model is loaded, and fills its tables. */
  readonly initializer: JsonValue;
  readonly initializerSignature: JsonValue;
  /** Absent where the model does not say which weights it has. */
  readonly manifest: WeightManifest | undefined;
  readonly bytes: WeightBytes;
}

/**
 * Reads a model.json, or a manifest of weights without a model.
 *
 * @throws ModelGaugeError `tfjs-malformed`, `tfjs-limit`
 */
export async function readArtifacts(source: Source): Promise<Artifacts> {
  const file = await readJson(source);
  if (file.isList) return weightsAlone(file, source);
  if (!file.isObject)
    throw malformed(`it is no TensorFlow.js model: ${file.isPresent ? JSON.stringify(file.value).slice(0, 40) : "null"} is no object`);
  const manifest = file.at("weightsManifest").isPresent ? parseManifest(file.at("weightsManifest")) : undefined;
  // A Keras model's own JSON is a topology by itself.
  const topology = file.has("modelTopology")
    ? file.at("modelTopology")
    : file.has("class_name") || file.has("model_config")
      ? file
      : file.at("modelTopology");
  if (!topology.isPresent && manifest === undefined) {
    throw malformed("it is no TensorFlow.js model: it has neither modelTopology nor weightsManifest");
  }
  return {
    topology,
    ...graphParts(file),
    manifest,
    bytes: manifest === undefined ? NO_BYTES : new ShardFiles(source, filesOf(manifest)),
  };
}

/**
 * Takes the parts of a model from objects of TensorFlow.js: what `IOHandler.load` answers, an IOHandler, a loaded model.
 *
 * @throws ModelGaugeError `tfjs-malformed`
 */
export async function artifactsOf(object: object): Promise<Artifacts> {
  const given = new JsonValue(await plainArtifacts(object), "");
  const specs = given.at("weightSpecs");
  const entries = specs.isPresent ? parseSpecs(specs) : undefined;
  if (!given.has("modelTopology") && entries === undefined) throw malformed("the artifacts have neither modelTopology nor weightSpecs");
  return {
    topology: given.at("modelTopology"),
    ...graphParts(given),
    manifest: entries && [{ files: [], entries }],
    bytes: bytesIn(given.at("weightData").value),
  };
}

/** Whether {@link artifactsOf} takes an object. */
export function isArtifactsObject(object: object): boolean {
  const { modelTopology, weightSpecs, load, artifacts, toJSON, weights } = object as Record<string, unknown>;
  return (
    (typeof modelTopology === "object" && modelTopology !== null) ||
    Array.isArray(weightSpecs) ||
    typeof load === "function" ||
    (typeof artifacts === "object" && artifacts !== null) ||
    (typeof toJSON === "function" && Array.isArray(weights))
  );
}

async function plainArtifacts(object: object): Promise<unknown> {
  const given = object as {
    readonly modelTopology?: unknown;
    readonly weightSpecs?: unknown;
    readonly load?: () => Promise<unknown>;
    readonly artifacts?: unknown;
    readonly toJSON?: (unused: null, asText: false) => unknown;
    readonly weights?: readonly { readonly originalName: string; readonly dtype: string; readonly shape: readonly number[] }[];
  };
  if (given.modelTopology !== undefined || given.weightSpecs !== undefined) return given;
  // A loaded graph model keeps its artifacts; a layers model can tell its topology and variables.
  if (given.artifacts !== undefined) return given.artifacts;
  if (given.toJSON !== undefined) {
    const weightSpecs = given.weights?.map(({ originalName, dtype, shape }) => ({ name: originalName, dtype, shape: [...shape] }));
    return { modelTopology: given.toJSON(null, false), weightSpecs };
  }
  return given.load?.();
}

function graphParts(file: JsonValue): Pick<Artifacts, "signature" | "initializer" | "initializerSignature"> {
  const former = file.at("userDefinedMetadata");
  return {
    signature: former.isObject && former.has("signature") ? former.at("signature") : file.at("signature"),
    initializer: file.at("modelInitializer"),
    initializerSignature: file.at("initializerSignature"),
  };
}

function weightsAlone(file: JsonValue, source: Source): Artifacts {
  const manifest = parseManifest(file);
  if (manifest.every(({ entries }) => entries.length === 0)) throw malformed("it is no TensorFlow.js model: the list names no weights");
  const absent = new JsonValue(undefined, "modelTopology");
  return {
    topology: absent,
    signature: absent,
    initializer: absent,
    initializerSignature: absent,
    manifest,
    bytes: new ShardFiles(source, filesOf(manifest)),
  };
}

function filesOf(manifest: WeightManifest): readonly (readonly string[])[] {
  return manifest.map(({ files }) => files);
}

function bytesIn(data: unknown): WeightBytes {
  const buffers = (Array.isArray(data) ? data : [data]).filter((each) => each !== undefined);
  if (buffers.length === 0) return NO_BYTES;
  return bufferBytes(
    buffers.map((buffer) => {
      if (buffer instanceof ArrayBuffer) return new Uint8Array(buffer);
      if (ArrayBuffer.isView(buffer)) return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
      throw new ModelGaugeError({ code: "tfjs-malformed", message: "weightData must be an ArrayBuffer, or a list of them" });
    }),
  );
}
