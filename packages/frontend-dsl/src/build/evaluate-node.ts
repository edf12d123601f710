import { evaluateTemplate, type Environment } from "../expression/evaluate.ts";
import { ExpressionError } from "../expression/expression.ts";
import { isList, nameValue, type Value } from "../expression/value.ts";
import type { JsonNode } from "../json/json-node.ts";
import { VALUE_SIZE } from "../limits.ts";
import { placeInString, templateOf } from "../document/template-of.ts";
import { DocumentError } from "./document-error.ts";

/** How many numbers and words a list or record holds; those that are shared count as often as they are used. */
const sizes = new WeakMap<object, number>();

/**
 * The value of a node, its expressions evaluated.
 *
 * @throws DocumentError
 */
export function evaluateNode(node: JsonNode, environment: Environment): Value {
  switch (node.kind) {
    case "number":
    case "boolean":
      return node.value;
    case "null":
      return null;
    case "string":
      return evaluateString(node, environment);
    case "list":
      return measured(
        node.items.map((item) => evaluateNode(item, environment)),
        node,
      );
    default:
      return measured(Object.fromEntries([...node.members].map(([name, { value }]) => [name, evaluateNode(value, environment)])), node);
  }
}

function evaluateString(node: JsonNode & { readonly kind: "string" }, environment: Environment): Value {
  try {
    return evaluateTemplate(templateOf(node), environment);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new DocumentError(placeInString(node, error), error.message);
  }
}

/** Refuses values that hold others over and over, and so grow without end. */
function measured<V extends readonly Value[] | Readonly<Record<string, Value>>>(value: V, { place }: JsonNode): V {
  let size = 1;
  for (const part of Object.values(value)) size += typeof part === "object" && part !== null ? (sizes.get(part) ?? 1) : 1;
  if (size > VALUE_SIZE) throw new DocumentError(place, `a value of more than ${VALUE_SIZE} numbers and words`);
  sizes.set(value, size);
  return value;
}

/**
 * A node's value as text; a number, of an expression, as it is written.
 *
 * @throws DocumentError
 */
export function evaluateText(node: JsonNode, environment: Environment): string {
  const value = evaluateNode(node, environment);
  if (typeof value === "number" && node.kind === "string") return String(value);
  if (typeof value !== "string") throw unexpected(node, value, "a text");
  return value;
}

/**
 * A node's value as true or false.
 *
 * @throws DocumentError
 */
export function evaluateTruth(node: JsonNode, environment: Environment): boolean {
  const value = evaluateNode(node, environment);
  if (typeof value !== "boolean") throw unexpected(node, value, "true or false");
  return value;
}

/**
 * A node's value as a whole number from 0.
 *
 * @throws DocumentError
 */
export function evaluateSize(node: JsonNode, environment: Environment): number {
  const value = evaluateNode(node, environment);
  if (!isSize(value)) throw unexpected(node, value, "a whole number from 0");
  return value;
}

/** Whether a value is a size of a dimension. */
export function isSize(value: Value | undefined): value is number {
  return typeof value === "number" && value >= 0 && Number.isInteger(value);
}

/**
 * A node's value as a list.
 *
 * @throws DocumentError
 */
export function evaluateList(node: JsonNode, environment: Environment): readonly Value[] {
  const value = evaluateNode(node, environment);
  if (!isList(value)) throw unexpected(node, value, "a list");
  return value;
}

/** A value of another type than the place takes. */
export function unexpected(node: JsonNode, value: Value, expected: string): DocumentError {
  return new DocumentError(node.place, `found ${nameValue(value)}, expected ${expected}`);
}
