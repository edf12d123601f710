import { DTYPES, type LayerType } from "@modelgauge/core";
import { EXPRESSION, orExpression } from "./expression-schema.ts";
import type { JsonSchema } from "./json-schema.ts";
import { statementDefinitions } from "./statement-schema.ts";
import {
  closed,
  COUNT,
  DTYPE,
  IDENTIFIER,
  INPUT_NAMES,
  NAME,
  NAMES,
  OUTPUTS,
  PARAMETER_NAME,
  REPETITION,
  SIZE,
  STATUS,
  TEXT,
  typeProperties,
  VALUES,
} from "./vocabulary.ts";

/** The version of the language that this release reads. */
export const LANGUAGE_VERSION = 1;

const PRECISION: JsonSchema = closed({
  properties: {
    weights: { ...orExpression(DTYPE), description: "dtype of floating-point weights and biases" },
    activations: { ...orExpression(DTYPE), description: "dtype of floating-point outputs" },
  },
  description: "element types of what these layers hold and produce; what is nearer to a layer wins",
});

/**
 * The JSON Schema (draft 7) of documents, made from layer types: for editors, and what documents are checked by.
 */
export function documentSchema(layerTypes: readonly LayerType[]): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "ModelGauge network",
    ...closed({
      properties: {
        $schema: { ...TEXT, description: "where editors find the schema" },
        modelgauge: { const: LANGUAGE_VERSION, description: "version of the language" },
        name: NAME,
        description: TEXT,
        metadata: { type: "object", description: "notes for programs; the analysis does not read them" },
        dtype: { ...DTYPE, default: "float32", description: "element type of inputs, tensors and weights that do not say another" },
        precision: { $ref: "#/definitions/precision" },
        parameters: { $ref: "#/definitions/parameters" },
        imports: {
          type: "object",
          additionalProperties: NAME,
          description: 'blocks of other files: { "residual": "blocks.json" }, or "blocks.json#name" where it has another name there',
        },
        blocks: { type: "object", additionalProperties: { $ref: "#/definitions/block" }, description: "layers to be used by name" },
        inputs: { type: "array", items: { $ref: "#/definitions/input" }, description: "what the network is run on" },
        tensors: { $ref: "#/definitions/tensors" },
        layers: { $ref: "#/definitions/statements" },
        outputs: { ...OUTPUTS, description: "what the network gives; the last layer's output where left out" },
      },
      required: ["modelgauge"],
    }),
    definitions: {
      expression: EXPRESSION,
      dtype: { type: "string", enum: DTYPES, title: "dtype" },
      precision: PRECISION,
      inputNames: INPUT_NAMES,
      parameters: {
        type: "object",
        propertyNames: PARAMETER_NAME,
        description: "names for expressions, with what they stand for; null where the user must say",
      },
      block: closed({
        properties: {
          description: TEXT,
          parameters: { $ref: "#/definitions/parameters" },
          inputs: { ...NAMES, description: "names of the inputs; one that is called $input where left out" },
          precision: { $ref: "#/definitions/precision" },
          tensors: { $ref: "#/definitions/tensors" },
          layers: { $ref: "#/definitions/statements" },
          outputs: { ...OUTPUTS, description: "what the block gives; the last layer's outputs where left out" },
        },
        required: ["layers"],
      }),
      input: closed({
        properties: {
          name: NAME,
          ...REPETITION,
          ...typeProperties(orExpression({ anyOf: [SIZE, IDENTIFIER] }), 'a size, or a name such as "batch" that stands for one'),
          description: TEXT,
        },
        required: ["name"],
      }),
      valueType: closed({ properties: typeProperties(SIZE, "a size") }),
      tensors: {
        type: "array",
        items: { $ref: "#/definitions/tensor" },
        description: "stored tensors that layers take as inputs or weights",
      },
      tensor: closed({
        properties: {
          name: NAME,
          ...REPETITION,
          dtype: orExpression(DTYPE),
          shape: {
            ...orExpression({ type: "array", items: orExpression(SIZE) }),
            description: "as many as there are values where left out",
          },
          role: { enum: ["weight", "bias", "buffer", "constant"], description: "weight where left out; constant where there are values" },
          values: VALUES,
          bytes: { ...COUNT, description: "what a file stores, where that is not elements × bits of the dtype" },
          stored: { type: "boolean", default: true, description: "whether a model file stores it" },
          description: TEXT,
        },
        required: ["name"],
      }),
      body: closed({
        properties: {
          name: NAME,
          path: { ...NAMES, description: "where its layers sit in the module tree, from the top; where the layer sits, where left out" },
          inputs: { type: "array", items: { $ref: "#/definitions/bodyInput" } },
          tensors: { $ref: "#/definitions/tensors" },
          layers: { $ref: "#/definitions/statements" },
          outputs: OUTPUTS,
          runs: { ...orExpression(SIZE), default: 1, description: "how often one run of the layer runs it" },
          status: { ...STATUS, default: "exact", description: "how surely the number of runs is known" },
          alternative: { type: "boolean", default: false, description: "whether at most one of the layer's alternatives runs" },
        },
        required: ["name", "layers", "outputs"],
      }),
      bodyInput: closed({
        properties: { name: NAME, ...typeProperties(SIZE, "a size"), values: VALUES, status: STATUS },
        required: ["name"],
      }),
      statements: {
        type: "array",
        items: { $ref: "#/definitions/statement" },
        description: "layers in the order of execution",
      },
      ...statementDefinitions(layerTypes),
    },
  };
}
