import { EXPRESSION_DEPTH, EXPRESSION_LENGTH } from "../limits.ts";
import { didYouMean } from "../nearest.ts";
import { BINARY_OPERATORS, type BinaryOperator, type Expression, ExpressionError, type Template } from "./expression.ts";
import { FUNCTION_NAMES } from "./functions.ts";
import { type Token, tokenAt } from "./tokens.ts";

const PRECEDENCE: ReadonlyMap<string, number> = new Map(
  BINARY_OPERATORS.flatMap((row, level) => row.map((operator) => [operator, level] as const)),
);
const POWER = PRECEDENCE.get("**")!;

/** Whether a string holds an expression, or an escaped one. */
export function hasExpression(text: string): boolean {
  return text.includes("${");
}

/**
 * Takes a string apart: `layer${i}.conv`. `$${` stands for `${` itself.
 *
 * @throws ExpressionError at the first thing wrong
 */
export function parseTemplate(text: string): Template {
  if (!hasExpression(text)) return [text];
  if (text.length > EXPRESSION_LENGTH)
    throw new ExpressionError(0, `a string with expressions has at most ${EXPRESSION_LENGTH} characters`);
  const template: (string | Expression)[] = [];
  let written = "";
  let at = 0;
  while (at < text.length) {
    if (text.startsWith("$${", at)) {
      written += "${";
      at += 3;
    } else if (text.startsWith("${", at)) {
      if (written !== "") template.push(written);
      written = "";
      const parser = new Parser(text, at + 2);
      template.push(parser.whole());
      at = parser.position;
    } else {
      written += text[at];
      at += 1;
    }
  }
  if (written !== "" || template.length === 0) template.push(written);
  return template;
}

/** A string whose text is not to be taken for an expression, as a document writes it. */
export function escapeTemplate(text: string): string {
  // In a replacement that is a string, "$$" would stand for "$".
  return text.replaceAll("${", () => "$${");
}

/** A Pratt parser. */
class Parser {
  readonly #text: string;
  /** Behind the token that comes next. */
  #after: number;
  #token: Token;
  #depth = 0;

  constructor(text: string, position: number) {
    this.#text = text;
    ({ token: this.#token, next: this.#after } = tokenAt(text, position));
  }

  /** Behind what was parsed last. */
  get position(): number {
    return this.#after;
  }

  /** An expression and the brace that ends it. */
  whole(): Expression {
    const expression = this.#expression();
    if (!this.#is("}")) throw this.#unexpected('"}" or an operator');
    return expression;
  }

  #expression(): Expression {
    const test = this.#binary(0);
    if (!this.#take("?")) return test;
    const yes = this.#nested(() => this.#expression());
    this.#expect(":");
    const no = this.#nested(() => this.#expression());
    return { kind: "condition", test, yes, no, offset: test.offset };
  }

  #binary(least: number): Expression {
    let left = this.#unary();
    for (;;) {
      const operator = this.#token.text;
      const level = this.#token.kind === "symbol" ? PRECEDENCE.get(operator) : undefined;
      if (level === undefined || level < least) return left;
      const { offset } = this.#token;
      this.#advance();
      // Powers group from the right: 2 ** 3 ** 2 is 2 ** 9.
      const right = this.#nested(() => this.#binary(level === POWER ? level : level + 1));
      left = { kind: "binary", operator: operator as BinaryOperator, left, right, offset };
    }
  }

  #unary(): Expression {
    const { offset } = this.#token;
    // A sign binds less than a power: -2 ** 2 is -4.
    if (this.#take("-")) return { kind: "negate", operand: this.#nested(() => this.#binary(POWER)), offset };
    if (this.#take("!")) return { kind: "not", operand: this.#nested(() => this.#unary()), offset };
    return this.#postfix(this.#primary());
  }

  #postfix(of: Expression): Expression {
    const { offset } = this.#token;
    if (this.#take("[")) {
      const index = this.#nested(() => this.#expression());
      this.#expect("]");
      return this.#nested(() => this.#postfix({ kind: "element", of, index, offset }));
    }
    if (this.#take(".")) {
      if (this.#token.kind !== "name") throw this.#unexpected("a name");
      const name = this.#token.text;
      this.#advance();
      return this.#nested(() => this.#postfix({ kind: "member", of, name, offset }));
    }
    return of;
  }

  #primary(): Expression {
    const { kind, text, offset } = this.#token;
    if (kind === "number") return this.#literal(Number(text), offset);
    if (kind === "integer") return this.#literal(BigInt(text), offset);
    if (kind === "text") return this.#literal(text, offset);
    if (kind === "name") return this.#word(text, offset);
    if (this.#take("(")) {
      const inner = this.#nested(() => this.#expression());
      this.#expect(")");
      return inner;
    }
    throw this.#unexpected("a number, a name, a text in ' ' or (");
  }

  #word(word: string, offset: number): Expression {
    if (word === "true" || word === "false") return this.#literal(word === "true", offset);
    if (word === "inf") return this.#literal(Infinity, offset);
    if (word === "nan") return this.#literal(NaN, offset);
    this.#advance();
    if (!this.#take("(")) return { kind: "name", name: word, offset };
    const name = FUNCTION_NAMES.find((known) => known === word);
    if (name === undefined) throw new ExpressionError(offset, `there is no function "${word}"${didYouMean(word, FUNCTION_NAMES)}`);
    const operands: Expression[] = [];
    if (!this.#is(")")) {
      do operands.push(this.#nested(() => this.#expression()));
      while (this.#take(","));
    }
    this.#expect(")");
    return { kind: "call", name, operands, offset };
  }

  #literal(value: number | bigint | string | boolean, offset: number): Expression {
    this.#advance();
    return { kind: "literal", value, offset };
  }

  #nested<T>(parse: () => T): T {
    this.#depth += 1;
    if (this.#depth > EXPRESSION_DEPTH) throw new ExpressionError(this.#token.offset, `expressions nest at most ${EXPRESSION_DEPTH} deep`);
    const result = parse();
    this.#depth -= 1;
    return result;
  }

  #is(symbol: string): boolean {
    return this.#token.kind === "symbol" && this.#token.text === symbol;
  }

  #take(symbol: string): boolean {
    if (!this.#is(symbol)) return false;
    this.#advance();
    return true;
  }

  #expect(symbol: string): void {
    if (!this.#take(symbol)) throw this.#unexpected(`"${symbol}"`);
  }

  #advance(): void {
    ({ token: this.#token, next: this.#after } = tokenAt(this.#text, this.#after));
  }

  #unexpected(expected: string): ExpressionError {
    const { kind, text, offset } = this.#token;
    return new ExpressionError(offset, `found ${kind === "end" ? "the end of the string" : JSON.stringify(text)}, expected ${expected}`);
  }
}
