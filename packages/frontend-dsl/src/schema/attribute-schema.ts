import type { AttributeSchema, LayerType } from "@modelgauge/core";
import { orExpression } from "./expression-schema.ts";
import type { JsonSchema, JsonType } from "./json-schema.ts";

/** What the JSON Schema of attributes says, as documents write attributes: any value may be an expression. */
export interface AttributeForm {
  /** One schema of an object's properties for each form that the attributes may take; undefined where nothing is told. */
  readonly forms: readonly JsonSchema[] | undefined;
  /** Schemas that the forms name, by names that are unique to the layer type. */
  readonly definitions: Readonly<Record<string, JsonSchema>>;
}

/** The schema that people write a layer type's attributes by: with short forms, where it has any. */
export function writtenAttributes({ shorthand, attributes }: LayerType): AttributeSchema {
  return shorthand?.attributes ?? attributes;
}

/** The form of a layer type's attributes in documents. */
export function attributeForm(layerType: LayerType): AttributeForm {
  const told = jsonSchemaOf(writtenAttributes(layerType));
  if (told === undefined) return { forms: undefined, definitions: {} };
  const translator = new Translator(layerType.type, told);
  const alternatives = told.anyOf ?? told.oneOf ?? [told];
  const plain = alternatives.every(({ type, properties, allOf, $ref }) => type === "object" && properties && !allOf && !$ref);
  return { forms: plain ? alternatives.map((each) => translator.form(each)) : undefined, definitions: translator.definitions() };
}

/** What a schema tells of its input; undefined for one that tells nothing, or cannot. */
export function jsonSchemaOf(schema: AttributeSchema): JsonSchema | undefined {
  try {
    return schema["~standard"].jsonSchema?.input({ target: "draft-07" });
  } catch {
    // Validators throw where JSON Schema has no words for what they take.
    return undefined;
  }
}

/** Rewrites schemas so that expressions may stand for values; keeps what the documents' own checker knows. */
class Translator {
  readonly #type: string;
  readonly #told: JsonSchema;

  constructor(type: string, told: JsonSchema) {
    this.#type = type;
    this.#told = told;
  }

  definitions(): Record<string, JsonSchema> {
    const own = Object.entries(this.#told.definitions ?? {});
    return Object.fromEntries(own.map(([name, schema]) => [this.#nameOf(name), this.#inner(schema)]));
  }

  /** An object, whose properties may be expressions. Properties that the schema does not know are refused, as they would be ignored. */
  form(schema: JsonSchema): JsonSchema {
    return { additionalProperties: false, ...this.#inner(schema) };
  }

  #nameOf(definition: string): string {
    return `${this.#type}.${definition}`;
  }

  #outer(schema: JsonSchema): JsonSchema {
    const { description, default: preset } = schema;
    const inner = this.#inner(schema);
    const annotations = { ...(description !== undefined && { description }), ...(preset !== undefined && { default: preset }) };
    if (isAnyText(inner)) return { ...annotations, ...inner };
    return { ...annotations, ...orExpression(inner) };
  }

  #inner(schema: JsonSchema): JsonSchema {
    if (schema.$ref !== undefined) {
      const name = /^#\/definitions\/(.+)$/.exec(schema.$ref)?.[1];
      return name === undefined || !Object.hasOwn(this.#told.definitions ?? {}, name)
        ? {}
        : { $ref: `#/definitions/${this.#nameOf(name)}` };
    }
    const kept: Partial<Record<keyof JsonSchema, unknown>> = {};
    for (const key of KEPT) if (schema[key] !== undefined) kept[key] = schema[key];
    const { items, additionalItems, properties, additionalProperties, anyOf, oneOf, allOf } = schema;
    const alternatives = anyOf ?? oneOf;
    return {
      ...(kept as JsonSchema),
      ...(items && { items: Array.isArray(items) ? items.map((each: JsonSchema) => this.#outer(each)) : this.#outer(items as JsonSchema) }),
      ...(additionalItems !== undefined && { additionalItems: this.#maybe(additionalItems) }),
      ...(properties && {
        properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, this.#outer(each)])),
      }),
      ...(additionalProperties !== undefined && { additionalProperties: this.#maybe(additionalProperties) }),
      // With expressions, more than one alternative may take a value.
      ...(alternatives && { anyOf: alternatives.map((each) => this.#inner(each)) }),
      ...(allOf && { allOf: allOf.map((each) => this.#inner(each)) }),
    };
  }

  #maybe(schema: JsonSchema | boolean): JsonSchema | boolean {
    return typeof schema === "boolean" ? schema : this.#outer(schema);
  }
}

/** Keywords that are taken over as they are. */
const KEPT = [
  "type",
  "enum",
  "const",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "required",
  "propertyNames",
  "minProperties",
] as const satisfies readonly (keyof JsonSchema)[];

/** Whether a schema takes every text, and so expressions. */
function isAnyText({ type, enum: words, const: constant, pattern, minLength, maxLength, anyOf, allOf, $ref }: JsonSchema): boolean {
  const types: readonly (JsonType | undefined)[] = Array.isArray(type) ? type : [type as JsonType | undefined];
  return (
    (types.includes("string") || type === undefined) &&
    [words, constant, pattern, minLength, maxLength, anyOf, allOf, $ref].every((constraint) => constraint === undefined)
  );
}
