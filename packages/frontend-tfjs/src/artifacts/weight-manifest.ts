import { bytesOf, type DType, product, type Shape } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";
import { malformed, quoted } from "../malformed.ts";

/** The dtypes that weights have once they are loaded. */
const LOADED_DTYPES = ["float32", "int32", "bool", "string", "complex64"] as const;

/** The dtypes that weights may be stored in to save space. */
const QUANTIZED_DTYPES = ["uint8", "uint16", "float16"] as const;

/** How stored elements become loaded ones: element × scale + minimum. */
export interface Quantization {
  readonly dtype: DType;
  readonly scale: number;
  readonly minimum: number;
}

/** A tensor that the model's weight files hold. */
export interface WeightEntry {
  readonly name: string;
  readonly dtype: DType;
  readonly shape: Shape;
  readonly quantization: Quantization | undefined;
  /** What it takes in its file, in bytes; undefined for strings, whose length varies. */
  readonly bytes: number | undefined;
  /** Whether it is an optimizer's, kept to go on training, and none of the model's. */
  readonly training: boolean;
}

/** Tensors that stand one after the other in files that are read as one. */
export interface WeightGroup {
  /** Relative to model.json; none where the bytes are in memory. */
  readonly files: readonly string[];
  readonly entries: readonly WeightEntry[];
}

/** What model.json says of its weight files. */
export type WeightManifest = readonly WeightGroup[];

/**
 * Reads `weightsManifest`.
 *
 * @throws ModelGaugeError `tfjs-malformed`
 */
export function parseManifest(manifest: JsonValue): WeightManifest {
  const names = new Set<string>();
  return manifest.items().map((group) => ({
    files: group
      .at("paths")
      .items()
      .map((path) => path.text()),
    entries: parseSpecs(group.at("weights"), names),
  }));
}

/**
 * Reads the specifications of weights that stand one after the other.
 *
 * @param names every name so far, to which these are added
 * @throws ModelGaugeError `tfjs-malformed`
 */
export function parseSpecs(specs: JsonValue, names: Set<string> = new Set()): readonly WeightEntry[] {
  return specs.items().map((spec) => {
    const entry = parseEntry(spec);
    if (names.has(entry.name)) throw malformed(`${spec.place}: there are two weights ${quoted(entry.name)}`);
    names.add(entry.name);
    return entry;
  });
}

function parseEntry(spec: JsonValue): WeightEntry {
  const name = spec.at("name").text();
  const dtype = spec.at("dtype").word(LOADED_DTYPES);
  const shape = spec.at("shape").integers();
  if (shape.some((size) => size < 0))
    throw malformed(`${spec.at("shape").place} of ${quoted(name)} has a negative size: [${shape.join(", ")}]`);
  const how = spec.at("quantization");
  const quantization = how.isPresent
    ? { dtype: how.at("dtype").word(QUANTIZED_DTYPES), scale: how.at("scale").number(1), minimum: how.at("min").number(0) }
    : undefined;
  return {
    name,
    dtype,
    shape,
    quantization,
    bytes: bytesOf(quantization?.dtype ?? dtype, product(shape)),
    training: spec.at("group").value === "optimizer",
  };
}
