import { type AttributeSchema, bindInputs, type Layer, type LayerType, ModelGaugeError } from "@modelgauge/core";
import { jsonSchemaOf } from "../schema/attribute-schema.ts";
import { RESERVED_KEYS } from "../schema/statement-keys.ts";
import { type JsonRecord, plainValue } from "./plain-value.ts";

const defaults = new WeakMap<LayerType, ReadonlyMap<string, string>>();

/**
 * The attributes of a layer as its statement holds them: without those that the schema fills in, lists of one number as that number where
 * the type has such a short form, beside the other properties where they can.
 */
export function writeAttributes(layer: Layer, layerType: LayerType): JsonRecord {
  const { attributes } = layer;
  const presets = defaultsOf(layerType);
  const told = Object.entries(attributes).filter(([name, value]) => value !== undefined && presets.get(name) !== written(value));
  const least = Object.fromEntries(told);
  const full = written(attributes);
  const kept = [shortened(least, layer, layerType), least].find((each) => written(read(each, layer, layerType)) === full) ?? attributes;
  const plain = plainValue(kept) as JsonRecord;
  return Object.keys(plain).some((name) => RESERVED_KEYS.has(name)) ? { attributes: plain } : plain;
}

/** Attributes with each list that says one number over and over as that number, where that says the same. */
function shortened(attributes: Layer["attributes"], layer: Layer, layerType: LayerType): Layer["attributes"] {
  let short = attributes;
  if (layerType.shorthand === undefined) return short;
  const full = written(read(attributes, layer, layerType));
  for (const [name, value] of Object.entries(attributes)) {
    if (!Array.isArray(value) || typeof value[0] !== "number" || value.some((each) => each !== value[0])) continue;
    const candidate = { ...short, [name]: value[0] };
    if (written(read(candidate, layer, layerType)) === full) short = candidate;
  }
  return short;
}

/** What a layer's attributes are read as; undefined where they are refused. */
function read(attributes: unknown, layer: Layer, layerType: LayerType): unknown {
  const { shorthand } = layerType;
  if (shorthand === undefined) return validated(layerType.attributes, attributes);
  const forms = validated(shorthand.attributes, attributes);
  const inputs = forms === undefined || layer.description === undefined ? "unknown" : bindInputs(layerType, layer.inputs);
  if (inputs === "unknown") return validated(layerType.attributes, attributes);
  try {
    return validated(layerType.attributes, shorthand.expand(forms, inputs));
  } catch (error) {
    if (!(error instanceof ModelGaugeError)) throw error;
    return undefined;
  }
}

function defaultsOf(layerType: LayerType): ReadonlyMap<string, string> {
  const known = defaults.get(layerType);
  if (known !== undefined) return known;
  const { properties = {} } = jsonSchemaOf(layerType.attributes) ?? {};
  const found = new Map(
    Object.entries(properties).flatMap(([name, schema]) =>
      schema.default === undefined ? [] : [[name, written(schema.default)] as const],
    ),
  );
  defaults.set(layerType, found);
  return found;
}

function validated(schema: AttributeSchema, value: unknown): unknown {
  const result = schema["~standard"].validate(value);
  return result instanceof Promise || result.issues !== undefined ? undefined : result.value;
}

/** A value as text, the same for the same value whatever the order of its properties. */
function written(value: unknown): string {
  return value === undefined ? "" : JSON.stringify(plainValue(value), sorted);
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
