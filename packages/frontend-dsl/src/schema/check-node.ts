import { type JsonNode, type JsonObject, quoted } from "../json/json-node.ts";
import type { Place } from "../json/source-text.ts";
import { didYouMean } from "../nearest.ts";
import { EXPRESSION_TITLE, expectation } from "./expectation.ts";
import type { JsonSchema, JsonType } from "./json-schema.ts";

/** One thing in a document that its schema does not allow. */
export interface Violation {
  readonly place: Place;
  readonly message: string;
}

/**
 * Checks a document by a JSON Schema: everything that the schema says, and nothing else. Editors that know the schema agree.
 *
 * @param schema the root, whose definitions references name
 */
export function checkNode(node: JsonNode, schema: JsonSchema): readonly Violation[] {
  return new Checker(schema).check(node, schema).map(({ place, say }) => ({ place, message: say() }));
}

/** A violation that is put into words only once it is known to be told: of alternatives, most are not. */
interface Finding {
  readonly place: Place;
  readonly say: () => string;
}

const NONE: readonly Finding[] = [];

class Checker {
  readonly #definitions: Readonly<Record<string, JsonSchema>>;
  readonly #cases = new WeakMap<readonly JsonSchema[], Cases | undefined>();

  constructor({ definitions = {} }: JsonSchema) {
    this.#definitions = definitions;
  }

  check(node: JsonNode, reference: JsonSchema): readonly Finding[] {
    const schema = this.#resolve(reference);
    if (schema.type !== undefined && !typesOf(schema.type).some((type) => isOfType(node, type))) return this.#unexpected(node, schema);
    if (schema.const !== undefined && !equals(node, schema.const)) return this.#unexpected(node, schema);
    if (schema.enum !== undefined && !schema.enum.some((word) => equals(node, word))) return this.#unknownWord(node, schema, schema.enum);
    return [...this.#checkContent(node, schema), ...this.#checkCombinations(node, schema)];
  }

  #resolve = (schema: JsonSchema): JsonSchema => {
    const name = schema.$ref?.replace("#/definitions/", "");
    return name === undefined ? schema : this.#resolve(this.#definitions[name]!);
  };

  #checkContent(node: JsonNode, schema: JsonSchema): readonly Finding[] {
    switch (node.kind) {
      case "number":
        return isInRange(node.value, schema) ? NONE : this.#unexpected(node, schema);
      case "string":
        return isAllowedText(node.value, schema) ? NONE : this.#unexpected(node, schema);
      case "list":
        return this.#checkList(node, schema);
      case "object":
        return this.#checkObject(node, schema);
      default:
        return NONE;
    }
  }

  #checkList(node: JsonNode & { readonly kind: "list" }, schema: JsonSchema): readonly Finding[] {
    const { items, additionalItems = true, minItems = 0, maxItems = Infinity } = schema;
    const found = node.items.length;
    if (found < minItems || found > maxItems) {
      const expected = minItems === maxItems ? minItems : found < minItems ? `at least ${minItems}` : `at most ${maxItems}`;
      return [{ place: node.place, say: () => `found a list of ${found}, expected ${expected}` }];
    }
    return node.items.flatMap((item, index) => {
      const own = Array.isArray(items) ? ((items as readonly JsonSchema[])[index] ?? additionalItems) : (items as JsonSchema | undefined);
      if (own === undefined || own === true) return NONE;
      return own === false ? [{ place: item.place, say: () => `found more than ${index} elements` }] : this.check(item, own);
    });
  }

  #checkObject(node: JsonObject, schema: JsonSchema): readonly Finding[] {
    const { properties = {}, additionalProperties = true, propertyNames, minProperties = 0, title } = schema;
    const findings: Finding[] = [];
    const missing = (schema.required ?? []).filter((name) => !node.members.has(name));
    if (missing.length > 0) findings.push({ place: node.place, say: () => missingProperties(missing, schema) });
    else if (node.members.size < minProperties) findings.push({ place: node.place, say: () => "found an empty object" });
    for (const [name, { place, value }] of node.members) {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (known !== undefined) findings.push(...this.check(value, known));
      else if (additionalProperties === false) {
        const what = title === undefined ? `unknown property "${name}"` : `${title} has no "${name}"`;
        findings.push({ place, say: () => `${what}${didYouMean(name, Object.keys(properties))}` });
      } else if (additionalProperties !== true) findings.push(...this.check(value, additionalProperties));
      if (propertyNames !== undefined) findings.push(...this.check({ kind: "string", value: name, place }, propertyNames));
    }
    return findings;
  }

  #checkCombinations(node: JsonNode, schema: JsonSchema): readonly Finding[] {
    const { allOf = [], anyOf, oneOf, not } = schema;
    const findings = this.#casesFor(node, allOf).flatMap((each) => this.check(node, each));
    if (anyOf !== undefined) findings.push(...this.#checkAlternatives(node, schema, anyOf, Infinity));
    if (oneOf !== undefined) findings.push(...this.#checkAlternatives(node, schema, oneOf, 1));
    if (not !== undefined && this.#matches(node, not)) {
      findings.push({ place: node.place, say: () => `found ${quoted(node)}, expected ${schema.description ?? "another value"}` });
    }
    if (schema.if !== undefined) {
      const branch = this.#matches(node, schema.if) ? schema.then : schema.else;
      if (branch !== undefined) findings.push(...this.check(node, branch));
    }
    return findings;
  }

  /** Of schemas that hold each for another word of the same property, the one that holds; else all. */
  #casesFor(node: JsonNode, schemas: readonly JsonSchema[]): readonly JsonSchema[] {
    if (schemas.length < 2 || node.kind !== "object") return schemas;
    const cases = this.#cases.get(schemas) ?? casesOf(schemas);
    this.#cases.set(schemas, cases);
    const word = cases && node.members.get(cases.property)?.value;
    if (cases === undefined || word?.kind !== "string") return schemas;
    const found = cases.schemas.get(word.value);
    return found === undefined ? [] : [found];
  }

  #checkAlternatives(node: JsonNode, schema: JsonSchema, alternatives: readonly JsonSchema[], most: number): readonly Finding[] {
    const outcomes = alternatives.map((alternative) => this.check(node, alternative));
    const matching = outcomes.filter((findings) => findings.length === 0).length;
    if (matching > 0 && matching <= most) return NONE;
    // Where one alternative alone is for such a value, what is wrong inside says more.
    const close = outcomes.filter((_, index) => this.#takes(alternatives[index]!, node));
    return matching === 0 && close.length === 1 ? close[0]! : this.#unexpected(node, schema);
  }

  /** Whether a schema is for values of this type, be they wrong inside. */
  #takes(reference: JsonSchema, node: JsonNode): boolean {
    const { type, anyOf, allOf, title } = this.#resolve(reference);
    if (title === EXPRESSION_TITLE) return false;
    if (anyOf !== undefined) return anyOf.some((each) => this.#takes(each, node));
    if (type === undefined) return allOf?.every((each) => this.#takes(each, node)) ?? false;
    return typesOf(type).some((each) => isOfType(node, each));
  }

  #matches(node: JsonNode, schema: JsonSchema): boolean {
    return this.check(node, schema).length === 0;
  }

  #unexpected(node: JsonNode, schema: JsonSchema): readonly Finding[] {
    const say = (): string => {
      const suggestion = node.kind === "string" ? didYouMean(node.value, this.#words(schema)) : "";
      return `found ${quoted(node)}, expected ${expectation(schema, this.#resolve)}${suggestion}`;
    };
    return [{ place: node.place, say }];
  }

  /** Every word that a schema takes. */
  #words(reference: JsonSchema): readonly string[] {
    const { enum: words = [], anyOf = [], const: constant } = this.#resolve(reference);
    return [...words, constant, ...anyOf.flatMap((each) => this.#words(each))].filter((word) => typeof word === "string");
  }

  #unknownWord(node: JsonNode, schema: JsonSchema, words: readonly unknown[]): readonly Finding[] {
    if (node.kind !== "string" || schema.title === undefined) return this.#unexpected(node, schema);
    return [
      { place: node.place, say: () => `unknown ${schema.title} ${quoted(node)}${didYouMean(node.value, words as readonly string[])}` },
    ];
  }
}

/** Schemas by the word of a property for which they hold. */
interface Cases {
  readonly property: string;
  readonly schemas: ReadonlyMap<string, JsonSchema>;
}

function casesOf(schemas: readonly JsonSchema[]): Cases | undefined {
  const found = new Map<string, JsonSchema>();
  let name: string | undefined;
  for (const schema of schemas) {
    const tests = Object.entries(schema.if?.properties ?? {});
    const [[property, { const: word }] = ["", {}]] = tests;
    const onlyThat = Object.keys(schema).every((key) => key === "if" || key === "then") && Object.keys(schema.if ?? {}).length === 1;
    if (!onlyThat || tests.length !== 1 || typeof word !== "string" || (name !== undefined && name !== property)) return undefined;
    name = property;
    found.set(word, schema);
  }
  return name === undefined ? undefined : { property: name, schemas: found };
}

function missingProperties(names: readonly string[], { properties = {} }: JsonSchema): string {
  const [first] = names;
  const quotedNames = names.map((name) => `"${name}"`);
  if (names.length > 1) return `${quotedNames.slice(0, -1).join(", ")} and ${quotedNames.at(-1)} are missing`;
  const description = properties[first!]?.description;
  return `${quotedNames[0]} is missing${description === undefined ? "" : `: ${description}`}`;
}

function typesOf(type: NonNullable<JsonSchema["type"]>): readonly JsonType[] {
  return typeof type === "string" ? [type] : type;
}

function isOfType(node: JsonNode, type: JsonType): boolean {
  switch (type) {
    case "integer":
      return node.kind === "number" && Number.isInteger(node.value);
    case "array":
      return node.kind === "list";
    default:
      return node.kind === type;
  }
}

function isInRange(value: number, schema: JsonSchema): boolean {
  const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity, multipleOf } = schema;
  return (
    value >= minimum &&
    value <= maximum &&
    value > exclusiveMinimum &&
    value < exclusiveMaximum &&
    (multipleOf === undefined || Number.isInteger(value / multipleOf))
  );
}

function isAllowedText(value: string, { minLength = 0, maxLength = Infinity, pattern }: JsonSchema): boolean {
  if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) return false;
  if (minLength === 0 && maxLength === Infinity) return true;
  const characters = Array.from(value).length;
  return characters >= minLength && characters <= maxLength;
}

function equals(node: JsonNode, value: unknown): boolean {
  switch (node.kind) {
    case "string":
    case "number":
    case "boolean":
      return node.value === value;
    case "null":
      return value === null;
    case "list":
      return Array.isArray(value) && value.length === node.items.length && node.items.every((item, index) => equals(item, value[index]));
    default:
      return (
        typeof value === "object" &&
        value !== null &&
        !Array.isArray(value) &&
        Object.keys(value).length === node.members.size &&
        [...node.members].every(
          ([name, member]) => Object.hasOwn(value, name) && equals(member.value, (value as Record<string, unknown>)[name]),
        )
      );
  }
}
