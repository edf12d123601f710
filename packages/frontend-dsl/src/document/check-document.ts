import { type Expression, ExpressionError } from "../expression/expression.ts";
import { namesRead, unknownName } from "../expression/evaluate.ts";
import { type JsonMember, type JsonNode, type JsonObject, type JsonString, memberOf } from "../json/json-node.ts";
import { didYouMean } from "../nearest.ts";
import type { Problems } from "../problem.ts";
import type { Block, DslDocument, Statement } from "./document.ts";
import { placeInString, templateOf } from "./template-of.ts";

/** The names that expressions may read at some place; undefined where that is told only when they run. */
type Names = ReadonlySet<string> | undefined;

/**
 * Checks what a schema cannot say and no build is needed for: that expressions are well-formed and name what there is, that blocks exist,
 * take the arguments that they are given, and do not contain themselves.
 */
export function checkDocument(document: DslDocument, problems: Problems): void {
  new DocumentChecker(document, problems).check();
}

class DocumentChecker {
  readonly #document: DslDocument;
  readonly #problems: Problems;

  constructor(document: DslDocument, problems: Problems) {
    this.#document = document;
    this.#problems = problems;
  }

  check(): void {
    const { parameters, inputs, tensors, layers = [], outputs, precision, dtype, blocks } = this.#document;
    const names = new Set([...parameters.map(({ name }) => name), ...dimNames(this.#document)]);
    for (const parameter of parameters) this.#checkValue(parameter.value, names);
    for (const entry of [...inputs, ...tensors, ...(outputs?.items ?? [])]) this.#checkEntry(entry, names);
    for (const value of [precision, dtype]) this.#checkValue(value, names);
    this.#checkStatements(layers, names);
    for (const block of blocks.values()) if (block.home === this.#document) this.#checkBlock(block, names);
  }

  #checkBlock(block: Block, outer: ReadonlySet<string>): void {
    const cycle = callCycle(block);
    if (cycle !== undefined) this.#problems.add(block.place, `a block contains itself: ${cycle.join(" → ")}`);
    const names = new Set(outer);
    for (const { name, value } of block.parameters) {
      this.#checkValue(value, names);
      names.add(name);
    }
    for (const entry of [...block.tensors, ...(block.outputs?.items ?? [])]) this.#checkEntry(entry, names);
    this.#checkValue(block.precision, names);
    this.#checkStatements(block.layers, names);
  }

  #checkStatements(statements: readonly Statement[], names: Names): void {
    for (const statement of statements) this.#checkStatement(statement, names);
  }

  #checkStatement(statement: Statement, outer: Names): void {
    const { repeat, index, name, input, when, path, precision } = statement;
    this.#checkValue(repeat, outer);
    const names = repeat === undefined ? outer : repeated(repeat, index, outer);
    for (const value of [name, when, path, precision]) this.#checkValue(value, names);
    this.#checkInput(input, names);
    switch (statement.kind) {
      case "layer":
      case "operator":
        for (const value of [statement.outputs, statement.declared]) this.#checkValue(value, names);
        if (statement.kind === "layer") {
          this.#checkValue(statement.weights, names);
          this.#checkMembers(statement.attributes, names);
        }
        for (const { inputs, tensors, layers, outputs, runs } of statement.bodies) {
          for (const entry of [...inputs, ...tensors, ...(outputs?.items ?? [])]) this.#checkEntry(entry, names);
          this.#checkValue(runs, names);
          this.#checkStatements(layers, names);
        }
        return;
      case "group":
        for (const entry of statement.outputs?.items ?? []) this.#checkEntry(entry, names);
        this.#checkStatements(statement.layers, names);
        return;
      case "call":
        this.#checkCall(statement.block, statement.arguments, names);
        return;
      case "unreadable":
    }
  }

  #checkCall(name: JsonString, given: ReadonlyMap<string, JsonMember>, names: Names): void {
    this.#checkMembers(given, names);
    const { blocks, imports } = this.#document;
    const block = blocks.get(name.value);
    if (block === undefined) {
      // What an import names but does not find is told at the import.
      if (!imports.has(name.value)) this.#problems.add(name.place, `unknown block "${name.value}"${didYouMean(name.value, blocks.keys())}`);
      return;
    }
    const known = block.parameters.map((parameter) => parameter.name);
    for (const [argument, { place }] of given) {
      if (!known.includes(argument)) {
        this.#problems.add(place, `block "${name.value}" has no parameter "${argument}"${didYouMean(argument, known)}`);
      }
    }
    const missing = block.parameters.filter((parameter) => parameter.value.kind === "null" && !given.has(parameter.name));
    if (missing.length > 0) {
      this.#problems.add(name.place, `block "${name.value}" needs ${missing.map((parameter) => `"${parameter.name}"`).join(", ")}`);
    }
  }

  #checkInput(input: JsonNode | undefined, names: Names): void {
    if (input?.kind === "list") for (const entry of input.items) this.#checkEntry(entry, names);
    else if (input?.kind === "object") for (const { value } of input.members.values()) this.#checkInput(value, names);
    else this.#checkValue(input, names);
  }

  /** An input, tensor or output, which may be repeated. */
  #checkEntry(entry: JsonNode, outer: Names): void {
    const repeat = entry.kind === "object" ? memberOf(entry, "repeat") : undefined;
    const index = entry.kind === "object" ? memberOf(entry, "index") : undefined;
    this.#checkValue(entry, repeat === undefined ? outer : repeated(repeat, index?.kind === "string" ? index.value : "i", outer));
  }

  #checkMembers(members: ReadonlyMap<string, JsonMember>, names: Names): void {
    for (const { value } of members.values()) this.#checkValue(value, names);
  }

  #checkValue(node: JsonNode | undefined, names: Names): void {
    if (node === undefined) return;
    if (node.kind === "list") for (const item of node.items) this.#checkValue(item, names);
    if (node.kind === "object") {
      for (const [key, { value }] of node.members) if (key !== "description") this.#checkValue(value, names);
    }
    if (node.kind === "string") this.#checkString(node, names);
  }

  #checkString(node: JsonString, names: Names): void {
    try {
      for (const part of templateOf(node)) if (typeof part === "object") this.#checkNames(part, node, names);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      this.#problems.add(placeInString(node, error), error.message);
    }
  }

  #checkNames(expression: Expression, node: JsonString, names: Names): void {
    if (names === undefined) return;
    for (const { name, offset } of namesRead(expression)) {
      if (names.has(name)) continue;
      const error = unknownName(name, offset, names);
      this.#problems.add(placeInString(node, error), error.message);
    }
  }
}

/** Names of the dims that a document's inputs have. */
export function dimNames({ inputs }: DslDocument): ReadonlySet<string> {
  const names = new Set<string>();
  for (const input of inputs) {
    const shape = memberOf(input, "shape");
    if (shape?.kind !== "list") continue;
    for (const dim of shape.items) if (dim.kind === "string" && !dim.value.includes("${")) names.add(dim.value);
  }
  return names;
}

function repeated(repeat: JsonNode, index: string, outer: Names): Names {
  if (outer === undefined || repeat.kind === "string") return repeat.kind === "string" ? undefined : outer;
  const names = new Set(outer).add(index);
  if (repeat.kind === "list") {
    const items = repeat.items.filter((item): item is JsonObject => item.kind === "object");
    for (const item of items) for (const name of item.members.keys()) names.add(name);
  }
  return names;
}

/** The blocks through which a block contains itself. */
function callCycle(block: Block): readonly string[] | undefined {
  const seen = new Set<Block>();
  const search = (from: Block, chain: readonly string[]): readonly string[] | undefined => {
    for (const name of calls(from.layers)) {
      const called = from.home.blocks.get(name);
      if (called === block) return [...chain, block.name];
      if (called === undefined || seen.has(called)) continue;
      seen.add(called);
      const found = search(called, [...chain, called.name]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(block, [block.name]);
}

function* calls(statements: readonly Statement[]): Generator<string> {
  for (const statement of statements) {
    if (statement.kind === "call") yield statement.block.value;
    else if (statement.kind === "group") yield* calls(statement.layers);
    else if (statement.kind !== "unreadable") for (const body of statement.bodies) yield* calls(body.layers);
  }
}
