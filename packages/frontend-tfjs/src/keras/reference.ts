import type { JsonValue } from "../json/json-value.ts";
import { malformed } from "../malformed.ts";

/** How deep references may stand in lists in one another. */
const NESTING_LIMIT = 16;

/** One output of one call of a layer. */
export interface Reference {
  readonly layer: string;
  /** Which call of the layer, as the file numbers them. */
  readonly node: number;
  readonly tensor: number;
  /** What Keras 3 declares of the tensor: `{ shape, dtype }`. */
  readonly declared: JsonValue | undefined;
}

/** The tensors that a layer is called with. */
export interface CallArguments {
  readonly positional: readonly Reference[];
  readonly named: ReadonlyMap<string, readonly Reference[]>;
}

/**
 * Reads one entry of `inbound_nodes`: lists of `[layer, node, tensor, keywords]` up to Keras 2, `{ args, kwargs }` with tensors by their
 * history in Keras 3.
 *
 * @throws ModelGaugeError `tfjs-malformed`
 */
export function callArguments(node: JsonValue): CallArguments {
  const named = new Map<string, Reference[]>();
  const addNamed = (keywords: JsonValue): void => {
    for (const key of keywords.keys) {
      const found = references(keywords.at(key), () => undefined);
      if (found.length > 0) named.set(key, [...(named.get(key) ?? []), ...found]);
    }
  };
  if (node.isObject) {
    addNamed(node.at("kwargs"));
    return { positional: references(node.at("args"), () => undefined), named };
  }
  return { positional: references(node, addNamed), named };
}

/** The references in a list of any form: `["x", 0, 0]`, `[["x", 0, 0], …]`, `{ "name": ["x", 0, 0] }`. */
export function references(value: JsonValue, onKeywords: (keywords: JsonValue) => void = () => undefined, depth = 0): readonly Reference[] {
  if (depth > NESTING_LIMIT) throw malformed(`${value.place}: lists stand more than ${NESTING_LIMIT} deep in one another`);
  if (value.isObject) {
    if (value.at("class_name").value === "__keras_tensor__") return [kerasTensor(value.at("config"))];
    return value.has("class_name") ? [] : value.keys.flatMap((key) => references(value.at(key), onKeywords, depth + 1));
  }
  if (!value.isList) return [];
  const items = value.items();
  const [layer, node, tensor, keywords] = items;
  if (typeof layer?.value === "string") {
    // Keras calls constants of functions "_CONSTANT_VALUE"; other lists of text are constants, too.
    if (layer.value === "_CONSTANT_VALUE" || typeof node?.value !== "number" || node.value < 0) return [];
    if (keywords?.isObject) onKeywords(keywords);
    return [{ layer: layer.value, node: node.integer(), tensor: tensor?.integer(0) ?? 0, declared: undefined }];
  }
  return items.flatMap((item) => references(item, onKeywords, depth + 1));
}

function kerasTensor(config: JsonValue): Reference {
  const [layer, node, tensor] = config.at("keras_history").items();
  if (layer === undefined || node === undefined || tensor === undefined)
    throw malformed(`${config.at("keras_history").place} names no layer`);
  return { layer: layer.text(), node: node.integer(), tensor: tensor.integer(), declared: config };
}
