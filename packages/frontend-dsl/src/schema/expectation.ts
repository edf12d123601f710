import type { JsonSchema, JsonType } from "./json-schema.ts";

/** The most words of an enumeration that a message lists. */
const LISTED = 12;

const TYPES: Readonly<Record<JsonType, string>> = {
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  null: "null",
  array: "a list",
  object: "an object",
};

const PLURALS: Readonly<Record<JsonType, string>> = {
  string: "texts",
  number: "numbers",
  integer: "whole numbers",
  boolean: "booleans",
  null: "nulls",
  array: "lists",
  object: "objects",
};

/** Finds what a reference of a schema stands for. */
export type Resolve = (schema: JsonSchema) => JsonSchema;

/** What a schema takes, as messages say it: `a whole number from 1`, `one of "max", "average"`. */
export function expectation(schema: JsonSchema, resolve: Resolve): string {
  const { title, const: constant, enum: words, anyOf, oneOf, type } = resolve(schema);
  if (title !== undefined) return title;
  if (constant !== undefined) return JSON.stringify(constant);
  if (words !== undefined) return words.length === 1 ? JSON.stringify(words[0]) : `one of ${listed(words)}`;
  const alternatives = anyOf ?? oneOf;
  if (alternatives !== undefined) return joined([...new Set(alternatives.map((each) => expectation(each, resolve)))]);
  if (type === undefined) return "another value";
  return typeof type === "string" ? ofType(type, resolve(schema), resolve) : joined(type.map((each) => ofType(each, schema, resolve)));
}

function ofType(type: JsonType, schema: JsonSchema, resolve: Resolve): string {
  if (type === "array") return listOf(schema, resolve);
  if (type === "integer" || type === "number") return ranged(type, schema);
  return TYPES[type];
}

function listOf({ items, minItems, maxItems }: JsonSchema, resolve: Resolve): string {
  const count = minItems !== undefined && minItems === maxItems ? ` of ${minItems}` : "";
  if (items === undefined || Array.isArray(items)) return `a list${count}`;
  const { type, enum: words } = plain(items as JsonSchema, resolve);
  if (words !== undefined) return `a list of ${listed(words)}`;
  return typeof type === "string" ? `a list of ${count === "" ? "" : `${minItems} `}${PLURALS[type]}` : `a list${count}`;
}

/** What stands beside the expressions that may stand for it. */
function plain(schema: JsonSchema, resolve: Resolve): JsonSchema {
  const found = resolve(schema);
  return found.anyOf?.length === 2 && resolve(found.anyOf[1]!).title === EXPRESSION_TITLE ? plain(found.anyOf[0]!, resolve) : found;
}

/** What messages call an expression. */
export const EXPRESSION_TITLE = "an expression";

function ranged(type: "integer" | "number", { minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf }: JsonSchema): string {
  const whole = type === "integer" || multipleOf === 1;
  const least = minimum ?? (whole && exclusiveMinimum !== undefined ? Math.floor(exclusiveMinimum) + 1 : undefined);
  const most = maximum ?? (whole && exclusiveMaximum !== undefined ? Math.ceil(exclusiveMaximum) - 1 : undefined);
  // Bounds at 2^53 say that a number is whole, and no more.
  const bounds = [
    least !== undefined && least > Number.MIN_SAFE_INTEGER ? ` from ${least}` : "",
    exclusiveMinimum !== undefined && !whole ? ` above ${exclusiveMinimum}` : "",
    most !== undefined && most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : "",
    exclusiveMaximum !== undefined && !whole ? ` below ${exclusiveMaximum}` : "",
  ];
  return `${whole ? TYPES.integer : TYPES.number}${bounds.join("")}`;
}

function listed(words: readonly unknown[]): string {
  const shown = words.slice(0, LISTED).map((word) => JSON.stringify(word));
  return shown.join(", ") + (words.length > LISTED ? ", …" : "");
}

function joined(alternatives: readonly string[]): string {
  const said = alternatives.filter((each) => each !== EXPRESSION_TITLE);
  return said.length === 0 ? EXPRESSION_TITLE : said.join(" or ");
}
