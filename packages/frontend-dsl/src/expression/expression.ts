import type { FunctionName } from "./functions.ts";
import type { Value } from "./value.ts";

/** Operators between two operands, the loosest first, those of one row alike. */
export const BINARY_OPERATORS = [["||"], ["&&"], ["==", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "/", "//", "%"], ["**"]] as const;

export type BinaryOperator = (typeof BINARY_OPERATORS)[number][number];

/** A parsed expression. `offset`: where it stands in its string, for messages. */
export type Expression = { readonly offset: number } & (
  | { readonly kind: "literal"; readonly value: Value }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "negate" | "not"; readonly operand: Expression }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "condition"; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: "call"; readonly name: FunctionName; readonly operands: readonly Expression[] }
  | { readonly kind: "element"; readonly of: Expression; readonly index: Expression }
  | { readonly kind: "member"; readonly of: Expression; readonly name: string }
);

/** A string of the document with its expressions: texts and expressions in turn. */
export type Template = readonly (string | Expression)[];

/** An expression is wrong, or its value is. */
export class ExpressionError extends Error {
  /** Where in the string. */
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** An expression asks for what could not be made, because something before it is wrong. */
export class Unanswerable extends Error {}
