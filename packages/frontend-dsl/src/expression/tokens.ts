import { ExpressionError } from "./expression.ts";

/** A word of an expression. */
export interface Token {
  readonly kind: "number" | "integer" | "text" | "name" | "symbol" | "end";
  readonly text: string;
  readonly offset: number;
}

const PATTERN =
  /\s*(?:(?<integer>\d+)n\b|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|'(?<text>[^']*)'|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<symbol>\*\*|\/\/|==|!=|<=|>=|&&|\|\||[-+*/%<>!?:()[\]{},.]))/y;

/**
 * The word at a position.
 *
 * @throws ExpressionError where a character begins none
 */
export function tokenAt(text: string, position: number): { readonly token: Token; readonly next: number } {
  PATTERN.lastIndex = position;
  const match = PATTERN.exec(text);
  if (match === null) {
    const offset = position + /^\s*/.exec(text.slice(position))![0].length;
    if (offset >= text.length) return { token: { kind: "end", text: "", offset }, next: offset };
    if (text[offset] === "'") throw new ExpressionError(offset, "expected ' at the end of the text");
    throw new ExpressionError(offset, `found ${JSON.stringify(text[offset])}, which begins nothing in an expression`);
  }
  const [kind, word] = Object.entries(match.groups!).find(([, group]) => group !== undefined) as [Token["kind"], string];
  const written = match[0].trimStart();
  return { token: { kind, text: word, offset: PATTERN.lastIndex - written.length }, next: PATTERN.lastIndex };
}
