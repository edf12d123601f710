import type { LayerType, Ports } from "@modelgauge/core";
import { attributeForm } from "./attribute-schema.ts";
import { orExpression } from "./expression-schema.ts";
import type { JsonSchema } from "./json-schema.ts";
import { RESERVED_KEYS } from "./statement-keys.ts";
import { choice, closed, INPUTS, NAME, NAMES, OPTIONAL_NAME, OUTPUTS, REPETITION, STATUS, TEXT } from "./vocabulary.ts";

const STATEMENT: Readonly<Record<string, JsonSchema>> = {
  name: { ...NAME, description: "what other layers and reports call it; where left out, it is named after its type" },
  description: { ...TEXT, description: "a note; nothing reads it" },
  input: {
    anyOf: [NAME, INPUTS],
    description:
      'names of the inputs, null for one that is left out: an input, a tensor, a layer, its second output ("name:1"), $previous, $input; the previous layer where left out',
  },
  when: { ...orExpression({ type: "boolean" }), description: "whether it is there; what is not there passes its input through" },
  ...REPETITION,
  path: { ...NAMES, description: "steps in the module tree, in place of its name" },
  precision: { $ref: "#/definitions/precision" },
};

const OPERATION: Readonly<Record<string, JsonSchema>> = {
  outputs: {
    type: "array",
    items: OPTIONAL_NAME,
    description: 'names of the outputs, null for one that is not used; "name", "name:1", … where left out',
  },
  declared: {
    type: "array",
    items: { anyOf: [{ $ref: "#/definitions/valueType" }, { type: "null" }] },
    description: "types of the outputs, where nothing describes them",
  },
  origin: {
    type: "array",
    items: TEXT,
    minItems: 2,
    maxItems: 3,
    description: "what a file that this was converted from calls it: format, operator and, where it is another, name",
  },
  bodies: { type: "array", items: { $ref: "#/definitions/body" }, description: "the graphs that it runs" },
};

const REQUESTED_STATUS: JsonSchema = { ...STATUS, default: "exact", description: "how surely the attributes are known" };

const WEIGHTS: Readonly<Record<string, JsonSchema>> = {
  weights: {
    anyOf: [NAME, NAMES, { type: "object", additionalProperties: NAME }],
    description:
      "another layer whose weights these are, or a name that several layers share; by weight: where each comes from; a list: tensors, in place of those that the type would have",
  },
};

/** What each property of a statement takes, told once: statements of all kinds and types refer to it. */
const SHARED: Readonly<Record<string, JsonSchema>> = { ...STATEMENT, ...OPERATION, ...WEIGHTS, status: REQUESTED_STATUS };

function shared(keys: Iterable<string>): Record<string, JsonSchema> {
  return Object.fromEntries([...keys].map((key) => [key, { $ref: `#/definitions/property.${key}` }]));
}

/** Definitions of the statements that layers of these types, blocks, groups and what nothing describes are written in. */
export function statementDefinitions(layerTypes: readonly LayerType[]): Readonly<Record<string, JsonSchema>> {
  const sorted = layerTypes.toSorted((a, b) => (a.type < b.type ? -1 : 1));
  const has = (key: string): JsonSchema => ({ required: [key] });
  const definition = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });
  const none: JsonSchema = { not: {}, description: 'one with "type" (a layer), "block", "layers" (a group) or "operator"' };
  return {
    statement: {
      type: "object",
      ...choice(
        has("type"),
        definition("layer"),
        choice(
          has("block"),
          definition("call"),
          choice(has("operator"), definition("operator"), choice(has("layers"), definition("group"), none)),
        ),
      ),
    },
    call: {
      type: "object",
      properties: { ...shared(Object.keys(STATEMENT)), block: { ...NAME, description: "name of the block; its parameters stand beside" } },
    },
    group: {
      title: "a group",
      ...closed({ properties: { ...shared(Object.keys(STATEMENT)), layers: definition("statements"), outputs: OUTPUTS } }),
    },
    operator: {
      title: "an operation that nothing describes",
      ...closed({
        properties: {
          ...shared([...Object.keys(STATEMENT), ...Object.keys(OPERATION)]),
          operator: { ...NAME, description: "name of an operation that no layer type describes" },
          reason: { ...TEXT, description: "why nothing describes it" },
        },
      }),
    },
    layer: {
      type: "object",
      properties: { type: { type: "string", enum: sorted.map(({ type }) => type), title: "layer type" } },
      allOf: sorted.map(({ type }) => choice({ properties: { type: { const: type } } }, definition(`layer.${type}`))),
    },
    ...Object.fromEntries(Object.entries(SHARED).map(([key, schema]) => [`property.${key}`, schema])),
    ...Object.assign({}, ...sorted.map(layerDefinitions)),
  };
}

function layerDefinitions(layerType: LayerType): Record<string, JsonSchema> {
  const { type, inputs } = layerType;
  const { forms, definitions } = attributeForm(layerType);
  const properties = {
    ...shared(Object.keys(SHARED)),
    input: byPort(inputs),
    type: { const: type },
  };
  const inline = (forms ?? [{ additionalProperties: true }]).map((form) => inlineForm(type, properties, form));
  return {
    [`layer.${type}`]: {
      title: type,
      type: "object",
      ...choice(
        { required: ["attributes"] },
        {
          title: type,
          ...closed({ properties: { ...properties, attributes: forms === undefined ? { type: "object" } : either(forms) } }),
        },
        either(inline),
      ),
    },
    ...definitions,
  };
}

/** A layer whose attributes stand beside its other properties. */
function inlineForm(title: string, properties: Readonly<Record<string, JsonSchema>>, form: JsonSchema): JsonSchema {
  const { properties: attributes = {}, required = [], additionalProperties = true } = form;
  const free = Object.entries(attributes).filter(([name]) => !RESERVED_KEYS.has(name));
  const displaced = required.some((name) => RESERVED_KEYS.has(name));
  return {
    title,
    type: "object",
    properties: { ...Object.fromEntries(free), ...properties },
    additionalProperties,
    required: [...required.filter((name) => !RESERVED_KEYS.has(name)), ...(displaced ? ["attributes"] : [])],
  };
}

function either(forms: readonly JsonSchema[]): JsonSchema {
  return forms.length === 1 ? forms[0]! : { anyOf: forms };
}

function byPort(ports: Ports): JsonSchema {
  const { anyOf, description } = STATEMENT["input"]!;
  const named = Object.entries(ports).map(([name, port]) => [
    name,
    port === "tensors" || port === "values" ? { anyOf: [NAME, INPUTS] } : OPTIONAL_NAME,
  ]);
  return {
    anyOf: [...anyOf!, closed({ properties: Object.fromEntries(named) })],
    description: `${description}; by port: ${Object.keys(ports).join(", ")}`,
  };
}
