import { type DType, isDType, type Scalar, type Status, type TensorType, type Values, type ValueType } from "@modelgauge/core";
import type { Environment } from "../expression/evaluate.ts";
import { type JsonNode, type JsonObject, memberOf } from "../json/json-node.ts";
import { evaluateList, evaluateText, isSize, unexpected } from "./evaluate-node.ts";

/**
 * The element type that a node names.
 *
 * @throws DocumentError
 */
export function readDType(node: JsonNode, environment: Environment): DType {
  const value = evaluateText(node, environment);
  if (!isDType(value)) throw unexpected(node, value, "a dtype");
  return value;
}

/**
 * The sizes that a node lists.
 *
 * @throws DocumentError
 */
export function readShape(node: JsonNode, environment: Environment): readonly number[] {
  const sizes = evaluateList(node, environment);
  const wrong = sizes.findIndex((size) => !isSize(size));
  if (wrong >= 0) throw unexpected(node.kind === "list" ? node.items[wrong]! : node, sizes[wrong]!, "a whole number from 0");
  return sizes as readonly number[];
}

/**
 * The type that an object states: of a tensor, or of another kind of value.
 *
 * @param dtype the element type where it states none
 * @returns undefined where it states none
 * @throws DocumentError
 */
export function readValueType(node: JsonObject, environment: Environment, dtype: DType): ValueType | undefined {
  const kind = memberOf(node, "kind");
  const inner = (name: string): ValueType | undefined => {
    const found = memberOf(node, name);
    return found?.kind === "object" ? readValueType(found, environment, dtype) : undefined;
  };
  switch (kind?.kind === "string" ? kind.value : "tensor") {
    case "sequence": {
      const elements = memberOf(node, "elements");
      const types =
        elements?.kind === "list" ? elements.items.map((item) => readValueType(item as JsonObject, environment, dtype)) : undefined;
      const element = inner("element");
      return {
        kind: "sequence",
        ...(types !== undefined && { elements: types.filter((type) => type !== undefined) }),
        ...(element !== undefined && { element }),
      };
    }
    case "optional": {
      const element = inner("element");
      const present = memberOf(node, "present");
      return {
        kind: "optional",
        ...(element !== undefined && { element }),
        ...(present?.kind === "boolean" && { present: present.value }),
      };
    }
    case "map": {
      const value = inner("value");
      const key = memberOf(node, "key");
      return { kind: "map", key: key === undefined ? "int64" : readDType(key, environment), ...(value !== undefined && { value }) };
    }
    default:
      return readTensorType(node, environment, dtype);
  }
}

function readTensorType(node: JsonObject, environment: Environment, dtype: DType): TensorType | undefined {
  const [own, shape] = [memberOf(node, "dtype"), memberOf(node, "shape")];
  if (shape === undefined) return undefined;
  return { dtype: own === undefined ? dtype : readDType(own, environment), shape: readShape(shape, environment) };
}

/** How surely something is known: what a node says, else exactly. */
export function readStatus(node: JsonNode | undefined): Status {
  return node?.kind === "string" ? (node.value as Status) : "exact";
}

const WORDS: Readonly<Record<string, number>> = { NaN, Infinity, "-Infinity": -Infinity, "-0": -0 };

/**
 * Elements of a constant, as a node lists them.
 *
 * @throws DocumentError where one is none of its dtype
 */
export function readValues(node: JsonNode, dtype: DType, environment: Environment): Values {
  return evaluateList(node, environment).map((value, index) => {
    if (dtype === "string" ? typeof value === "string" : typeof value === "number" || typeof value === "bigint") return value as Scalar;
    if (typeof value === "string" && Object.hasOwn(WORDS, value)) return WORDS[value]!;
    if (typeof value === "string" && /^-?\d+$/.test(value)) return BigInt(value);
    throw unexpected(node.kind === "list" ? node.items[index]! : node, value, `an element of ${dtype}`);
  });
}
