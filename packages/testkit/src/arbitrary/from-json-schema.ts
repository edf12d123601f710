import fc from "fast-check";
import { anyInteger } from "./sizes.ts";

/** The part of JSON Schema (draft 7) that schemas of attributes use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** The most elements of an array that is generated where the schema does not ask for more. */
const LENGTH = 5;

/** Beyond this depth of a schema that contains itself, everything is null. */
const DEPTH = 6;

const anyFraction = fc.double({ noNaN: true, noDefaultInfinity: true });

/** Values that a schema describes, mostly: bounds are kept, patterns and divisors are not. */
export function fromJsonSchema(schema: JsonSchema, root: JsonSchema = schema, depth = 0): fc.Arbitrary<unknown> {
  if (depth > DEPTH) return fc.constant(null);
  const inner = (each: JsonSchema): fc.Arbitrary<unknown> => fromJsonSchema(each, root, depth + 1);
  const { $ref, enum: words, anyOf, oneOf, allOf, type } = schema;
  if ($ref !== undefined) return inner(root.definitions?.[$ref.replace("#/definitions/", "")] ?? {});
  if ("const" in schema) return fc.constant(schema.const);
  if (words !== undefined) return fc.constantFrom(...words);
  const alternatives = anyOf ?? oneOf;
  if (alternatives !== undefined) return fc.oneof(...alternatives.map(inner));
  if (allOf?.[0] !== undefined) return inner(allOf[0]);
  if (typeof type === "object") return fc.oneof(...type.map((each) => inner({ ...schema, type: each })));
  switch (type) {
    case "integer":
      return within(anyInteger, schema);
    case "number":
      return within(fc.oneof({ weight: 4, arbitrary: anyInteger }, { weight: 1, arbitrary: anyFraction }), schema);
    case "boolean":
      return fc.boolean();
    case "string":
      return fc.string({ maxLength: LENGTH });
    case "null":
      return fc.constant(null);
    case "array":
      return arrays(schema, inner);
    case "object":
      return objects(schema, inner);
    default:
      return fc.oneof(anyInteger, fc.boolean(), fc.string({ maxLength: LENGTH }));
  }
}

function within(numbers: fc.Arbitrary<number>, { minimum = -Infinity, maximum = Infinity }: JsonSchema): fc.Arbitrary<number> {
  return numbers.map((number) => Math.min(maximum, Math.max(minimum, number)));
}

function arrays(
  { items = {}, minItems = 0, maxItems = minItems + LENGTH }: JsonSchema,
  inner: (schema: JsonSchema) => fc.Arbitrary<unknown>,
) {
  if (Array.isArray(items)) return fc.tuple(...items.map(inner));
  return fc.array(inner(items as JsonSchema), { minLength: minItems, maxLength: Math.min(maxItems, minItems + LENGTH) });
}

function objects(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  inner: (schema: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<object> {
  const known = fc.record(Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, inner(each)])), {
    requiredKeys: [...required],
  });
  if (typeof additionalProperties !== "object") return known;
  const others = fc.dictionary(fc.string({ maxLength: LENGTH }), inner(additionalProperties), { maxKeys: 3 });
  return fc.tuple(known, others).map(([those, rest]) => ({ ...rest, ...those }));
}
