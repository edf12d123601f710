import { type JsonList, type JsonMember, type JsonNode, type JsonObject, type JsonString, memberOf } from "../json/json-node.ts";
import type { SourceText } from "../json/source-text.ts";
import { LAYER_KEYS, STATEMENT_KEYS } from "../schema/statement-keys.ts";
import type { Block, BlockImport, BodyNode, DslDocument, Operation, Parameter, Statement, StatementHead } from "./document.ts";

const NO_MEMBERS: ReadonlyMap<string, JsonMember> = new Map();
const LAYER_WORDS: ReadonlySet<string> = new Set([...STATEMENT_KEYS, ...LAYER_KEYS]);
const CALL_WORDS: ReadonlySet<string> = new Set([...STATEMENT_KEYS, "block"]);

/** Takes a document apart. What its schema does not allow is passed over: whoever checks the schema reports it. */
export function readDocument(root: JsonObject, source: SourceText): DslDocument {
  const blocks = new Map<string, Block>();
  const document: DslDocument = {
    source,
    place: root.place,
    name: text(root, "name")?.value,
    dtype: memberOf(root, "dtype"),
    precision: object(root, "precision"),
    parameters: parameters(root),
    imports: imports(root),
    blocks,
    inputs: objects(root, "inputs"),
    tensors: objects(root, "tensors"),
    layers: list(root, "layers") && statements(root, "layers"),
    outputs: list(root, "outputs"),
  };
  for (const [name, { place, value }] of object(root, "blocks")?.members ?? NO_MEMBERS) {
    if (value.kind !== "object") continue;
    blocks.set(name, {
      name,
      place,
      home: document,
      parameters: parameters(value),
      inputs: list(value, "inputs")?.items.flatMap((item) => (item.kind === "string" ? [item.value] : [])),
      precision: object(value, "precision"),
      tensors: objects(value, "tensors"),
      layers: statements(value, "layers"),
      outputs: list(value, "outputs"),
    });
  }
  return document;
}

function parameters(owner: JsonObject): readonly Parameter[] {
  return [...(object(owner, "parameters")?.members ?? NO_MEMBERS)].map(([name, { place, value }]) => ({ name, place, value }));
}

function imports(root: JsonObject): ReadonlyMap<string, BlockImport> {
  const found = new Map<string, BlockImport>();
  for (const [name, { value }] of object(root, "imports")?.members ?? NO_MEMBERS) {
    if (value.kind !== "string") continue;
    const mark = value.value.lastIndexOf("#");
    const [file, block] = mark < 0 ? [value.value, name] : [value.value.slice(0, mark), value.value.slice(mark + 1)];
    found.set(name, { file, block, place: value.place });
  }
  return found;
}

function statements(owner: JsonObject, key: string): readonly Statement[] {
  return objects(owner, key).map(statement);
}

function statement(node: JsonObject): Statement {
  const type = text(node, "type");
  if (type !== undefined) {
    const apart = object(node, "attributes");
    return {
      ...head(node),
      ...operation(node),
      kind: "layer",
      type: type.value,
      attributes: apart?.members ?? without(node, LAYER_WORDS),
      weights: memberOf(node, "weights"),
      status: text(node, "status"),
    };
  }
  const block = text(node, "block");
  if (block !== undefined) return { ...head(node), kind: "call", block, arguments: without(node, CALL_WORDS) };
  const operator = text(node, "operator");
  if (operator !== undefined) {
    return { ...head(node), ...operation(node), kind: "operator", operator: operator.value, reason: text(node, "reason")?.value };
  }
  if (list(node, "layers") === undefined) return { ...head(node), kind: "unreadable" };
  return { ...head(node), kind: "group", layers: statements(node, "layers"), outputs: list(node, "outputs") };
}

function head(node: JsonObject): StatementHead {
  return {
    place: node.place,
    end: node.end,
    name: text(node, "name"),
    input: memberOf(node, "input"),
    when: memberOf(node, "when"),
    repeat: memberOf(node, "repeat"),
    index: text(node, "index")?.value ?? "i",
    path: list(node, "path"),
    precision: object(node, "precision"),
  };
}

function operation(node: JsonObject): Operation {
  return {
    outputs: list(node, "outputs"),
    declared: list(node, "declared"),
    origin: list(node, "origin"),
    bodies: objects(node, "bodies").map(body),
  };
}

function body(node: JsonObject): BodyNode {
  const alternative = memberOf(node, "alternative");
  return {
    place: node.place,
    name: text(node, "name")?.value ?? "",
    path: list(node, "path"),
    inputs: objects(node, "inputs"),
    tensors: objects(node, "tensors"),
    layers: statements(node, "layers"),
    outputs: list(node, "outputs"),
    runs: memberOf(node, "runs"),
    status: text(node, "status"),
    alternative: alternative?.kind === "boolean" && alternative.value,
  };
}

function without(node: JsonObject, words: ReadonlySet<string>): ReadonlyMap<string, JsonMember> {
  return new Map([...node.members].filter(([name]) => !words.has(name)));
}

function text(owner: JsonObject, key: string): JsonString | undefined {
  const node = memberOf(owner, key);
  return node?.kind === "string" ? node : undefined;
}

function list(owner: JsonObject, key: string): JsonList | undefined {
  const node = memberOf(owner, key);
  return node?.kind === "list" ? node : undefined;
}

function object(owner: JsonObject, key: string): JsonObject | undefined {
  const node = memberOf(owner, key);
  return node?.kind === "object" ? node : undefined;
}

function objects(owner: JsonObject, key: string): readonly JsonObject[] {
  return (list(owner, key)?.items ?? []).filter((item: JsonNode): item is JsonObject => item.kind === "object");
}
