import type { JsonValue } from "../json/json-value.ts";
import { malformed, quoted } from "../malformed.ts";

/** The most outputs that one node has. */
const OUTPUT_LIMIT = 100_000;

/** An output of a node, as another names it. */
export interface NodeInput {
  readonly node: string;
  /** Output argument of the operation, in functions: `values` of TopKV2. */
  readonly output: string | undefined;
  /** Position among the outputs, or within the output argument. */
  readonly index: number;
}

/** A node of a graph, or of a function. */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly NodeInput[];
  /** The nodes that must run before, though nothing of them is read. */
  readonly after: readonly string[];
  readonly attributes: JsonValue;
}

/** A graph that nodes call. */
export interface GraphFunction {
  readonly name: string;
  /** Names of the parameters. */
  readonly parameters: readonly string[];
  readonly nodes: readonly GraphNode[];
  readonly results: readonly NodeInput[];
  /** Whether its nodes also see the values around the call: for what was no function in the file. */
  readonly closure: boolean;
}

/** A TensorFlow graph. */
export interface GraphDef {
  readonly nodes: readonly GraphNode[];
  readonly functions: ReadonlyMap<string, GraphFunction>;
}

/**
 * Reads a GraphDef as JSON.
 *
 * @throws ModelGaugeError `tfjs-malformed`
 */
export function parseGraphDef(topology: JsonValue): GraphDef {
  if (!topology.at("node").isList) throw malformed(`${topology.at("node").place} is no list of nodes`);
  const functions = topology.at("library").at("function").items().map(parseFunction);
  return { nodes: parseNodes(topology.at("node")), functions: new Map(functions.map((each) => [each.name, each])) };
}

function parseNodes(list: JsonValue): readonly GraphNode[] {
  const nodes = list.items().map((node): GraphNode => {
    const inputs = node
      .at("input")
      .items()
      .map((input) => input.text());
    return {
      name: node.at("name").text(),
      op: node.at("op").text(),
      inputs: inputs.filter((input) => !input.startsWith("^")).map(parseInput),
      after: inputs.filter((input) => input.startsWith("^")).map((input) => input.slice(1)),
      attributes: node.at("attr"),
    };
  });
  const names = new Set<string>();
  for (const { name } of nodes) {
    if (names.has(name)) throw malformed(`${list.place} has two nodes ${quoted(name)}`);
    names.add(name);
  }
  return nodes;
}

function parseFunction(json: JsonValue): GraphFunction {
  const signature = json.at("signature");
  const returns = json.at("ret");
  return {
    name: signature.at("name").text(),
    parameters: signature
      .at("inputArg")
      .items()
      .map((argument) => argument.at("name").text()),
    nodes: parseNodes(json.at("nodeDef")),
    results: signature
      .at("outputArg")
      .items()
      .map((argument) => parseInput(returns.at(argument.at("name").text()).text())),
    closure: false,
  };
}

/** `node`, `node:1`, and in functions `node:values:0`. */
export function parseInput(text: string): NodeInput {
  const parts = text.split(":");
  const last = parts.length > 1 ? parts.at(-1)! : "0";
  const index = /^\d{1,9}$/.test(last) ? Number(last) : NaN;
  if (parts.length > 3 || !(index <= OUTPUT_LIMIT)) throw malformed(`${quoted(text)} names no output of a node`);
  return { node: parts[0]!, output: parts.length === 3 ? parts[1] : undefined, index };
}
