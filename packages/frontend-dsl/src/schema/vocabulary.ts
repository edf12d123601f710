import { RESERVED_WORDS } from "../expression/functions.ts";
import { orExpression } from "./expression-schema.ts";
import type { JsonSchema } from "./json-schema.ts";
import { RESERVED_KEYS } from "./statement-keys.ts";

export const TEXT: JsonSchema = { type: "string" };
export const NAME: JsonSchema = { type: "string", minLength: 1 };
export const NAMES: JsonSchema = { type: "array", items: NAME };
export const OPTIONAL_NAME: JsonSchema = { anyOf: [NAME, { type: "null" }] };
export const COUNT: JsonSchema = { type: "integer", minimum: 0 };
/** Unlike integers, also sizes beyond 2^53. */
export const SIZE: JsonSchema = { type: "number", minimum: 0, multipleOf: 1 };
export const DTYPE: JsonSchema = { $ref: "#/definitions/dtype" };
export const STATUS: JsonSchema = { enum: ["exact", "at-most", "at-least", "estimate", "unknown"] };
/** A name that expressions can read. */
export const IDENTIFIER: JsonSchema = { title: "a name of letters, digits and _", type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$" };

/** A name of a parameter: an identifier that is no word of the language. */
export const PARAMETER_NAME: JsonSchema = {
  ...IDENTIFIER,
  not: { enum: [...new Set([...RESERVED_KEYS, ...RESERVED_WORDS])].toSorted() },
  description: "a name that is no word of the language",
};

/** How often something stands, one after the other. */
export const REPETITION: Readonly<Record<"repeat" | "index", JsonSchema>> = {
  repeat: {
    ...orExpression({ anyOf: [COUNT, { type: "array", items: { type: "object", propertyNames: PARAMETER_NAME } }] }),
    description: "how often, one after the other; or a list of objects: once for each, whose properties are names in expressions",
  },
  index: { ...IDENTIFIER, default: "i", description: "name of the repetition's number, from 0, in expressions" },
};

/** A name that is repeated, as an entry of a list of names. */
const REPEATED_NAME: JsonSchema = closed({ properties: { ...REPETITION, name: NAME }, required: ["repeat", "name"] });

/** Names of tensors that a network, block, group or body gives. */
export const OUTPUTS: JsonSchema = { type: "array", items: { anyOf: [NAME, REPEATED_NAME] } };

/** Where {@link INPUT_NAMES} stands among the definitions of a document's schema. */
export const INPUTS: JsonSchema = { $ref: "#/definitions/inputNames" };

/** Names of tensors that a layer, block or group takes; null for one that is left out. */
export const INPUT_NAMES: JsonSchema = { type: "array", items: { anyOf: [NAME, { type: "null" }, REPEATED_NAME] } };

export const VALUES: JsonSchema = {
  ...orExpression({ type: "array", items: { anyOf: [{ type: "number" }, TEXT] } }),
  description: 'the elements, row by row; "NaN", "Infinity" and integers beyond 2^53 are written as texts',
};

/** Properties of a value's type: a tensor, or, with `kind`, a sequence, optional or map. */
export function typeProperties(size: JsonSchema, sizes: string): Record<string, JsonSchema> {
  const type: JsonSchema = { $ref: "#/definitions/valueType" };
  return {
    dtype: orExpression(DTYPE),
    shape: { ...orExpression({ type: "array", items: size }), description: `for each dimension, ${sizes}; [] is a scalar` },
    kind: { enum: ["tensor", "sequence", "optional", "map"], default: "tensor" },
    elements: { type: "array", items: type, description: "types of a sequence's elements" },
    element: { ...type, description: "type of all elements of a sequence, or of what an optional holds" },
    present: { type: "boolean", description: "whether an optional holds something" },
    key: { ...DTYPE, description: "dtype of a map's keys" },
    value: { ...type, description: "type of a map's values" },
  };
}

/** An object that has no other properties. */
export function closed(schema: JsonSchema): JsonSchema {
  return { type: "object", additionalProperties: false, ...schema };
}

/** One schema or another, as a test says. */
export function choice(test: JsonSchema, yes: JsonSchema, no?: JsonSchema): JsonSchema {
  // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
  return { if: test, then: yes, ...(no !== undefined && { else: no }) };
}
