import { EXPRESSION_TITLE } from "./expectation.ts";
import type { JsonSchema } from "./json-schema.ts";

/** A string that is an expression as a whole, and so may be of any type once evaluated. */
export const EXPRESSION: JsonSchema = { title: EXPRESSION_TITLE, type: "string", pattern: "^\\$\\{[^]*\\}$" };

/** Where {@link EXPRESSION} stands among the definitions of a document's schema. */
const REFERENCE: JsonSchema = { $ref: "#/definitions/expression" };

/** What a schema takes, or an expression. */
export function orExpression(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, REFERENCE] };
}
