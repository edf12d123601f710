import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { JSON_DEPTH } from "../limits.ts";
import type { Problems } from "../problem.ts";
import type { JsonMember, JsonNode } from "./json-node.ts";
import type { Place, SourceText } from "./source-text.ts";

/** What the parser's errors say to readers. */
const WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: "found a word that is no JSON value; text stands in double quotes",
  InvalidNumberFormat: "found a number that is not written as JSON writes them",
  PropertyNameExpected: "expected a property name in double quotes",
  ValueExpected: "expected a value",
  ColonExpected: 'expected ":" after the property name',
  CommaExpected: 'expected ","',
  CloseBraceExpected: 'expected "}"',
  CloseBracketExpected: 'expected "]"',
  EndOfFileExpected: "expected the end of the file",
  InvalidCommentToken: "found a comment where none may stand",
  UnexpectedEndOfComment: 'expected "*/" at the end of the comment',
  UnexpectedEndOfString: "expected a double quote at the end of the text",
  UnexpectedEndOfNumber: "expected more digits",
  InvalidUnicode: "found a \\u escape without four hexadecimal digits",
  InvalidEscapeCharacter: "found an escape that JSON does not have",
  InvalidCharacter: "found a control character inside a text; write it as an escape",
};

/**
 * Reads JSON with comments and trailing commas.
 *
 * @returns undefined where the text is not even that: the problems say why
 */
export function readJson(source: SourceText, problems: Problems): JsonNode | undefined {
  const tooDeep = firstTooDeep(source.text);
  if (tooDeep !== undefined) {
    problems.add({ source, offset: tooDeep }, `lists and objects nest more than ${JSON_DEPTH} deep`);
    return undefined;
  }
  const errors: ParseError[] = [];
  const root = parseTree(source.text, errors, { allowTrailingComma: true });
  for (const { error, offset } of errors) problems.add({ source, offset }, WORDS[printParseErrorCode(error)] ?? "found what is no JSON");
  if (errors.length > 0 || root === undefined) return undefined;
  return new Converter(source, problems).convert(root);
}

/** The parser recurses: what nests without end would exhaust the stack. */
function firstTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (;;) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    if (offset >= text.length) return undefined;
    const begin = text[offset];
    if (begin === "{" || begin === "[") depth += 1;
    else if (begin === "}" || begin === "]") depth -= 1;
    if (depth > JSON_DEPTH) return offset;
  }
}

class Converter {
  readonly #source: SourceText;
  readonly #problems: Problems;

  constructor(source: SourceText, problems: Problems) {
    this.#source = source;
    this.#problems = problems;
  }

  convert(node: Node): JsonNode {
    const place = this.#placeOf(node);
    switch (node.type) {
      case "string":
        return { kind: "string", value: node.value as string, place };
      case "number":
        return this.#number(node.value as number, place);
      case "boolean":
        return { kind: "boolean", value: node.value as boolean, place };
      case "array":
        return { kind: "list", items: (node.children ?? []).map((child) => this.convert(child)), place };
      case "object":
        return { kind: "object", members: this.#members(node), place, end: node.offset + node.length };
      default:
        return { kind: "null", place };
    }
  }

  #number(value: number, place: Place): JsonNode {
    if (!Number.isFinite(value)) this.#problems.add(place, "found a number that is too large");
    return { kind: "number", value, place };
  }

  #members(node: Node): ReadonlyMap<string, JsonMember> {
    const members = new Map<string, JsonMember>();
    for (const { children: [name, value] = [] } of node.children ?? []) {
      if (name === undefined || value === undefined) continue;
      const place = this.#placeOf(name);
      const key = name.value as string;
      if (members.has(key)) this.#problems.add(place, `"${key}" stands twice in the same object`);
      members.set(key, { place, value: this.convert(value) });
    }
    return members;
  }

  #placeOf({ offset }: Node): Place {
    return { source: this.#source, offset };
  }
}
