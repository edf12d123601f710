import { LAYER_LIMIT, ModelGaugeError } from "@modelgauge/core";
import { type OnnxOperator, operatorId } from "./operator.ts";
import type { FunctionProto, GraphProto, ModelProto, NodeProto } from "./proto/model-proto.ts";
import { graphsOf } from "./topological-order.ts";

/** How deep functions that are called and graphs that nodes hold may stand in one another, in all. */
const DEPTH_LIMIT = 256;

/** What nodes become once the functions that they call are expanded. */
interface Expansion {
  readonly nodes: number;
  /** Levels of functions and graphs within. */
  readonly depth: number;
}

/** The functions that a model defines itself, by domain, name and overload. */
export class FunctionTable {
  readonly #functions = new Map<string, FunctionProto>();
  readonly #operators: ReadonlyMap<string, OnnxOperator>;
  readonly #expansions = new Map<FunctionProto, Expansion>();

  /** @throws ModelGaugeError `onnx-malformed` when one function is defined twice */
  constructor(model: ModelProto, operators: ReadonlyMap<string, OnnxOperator>) {
    this.#operators = operators;
    for (const each of model.functions) {
      const key = functionKey(each.domain, each.name, each.overload);
      if (this.#functions.has(key))
        throw new ModelGaugeError({ code: "onnx-malformed", message: `function ${functionName(each)} is defined twice` });
      this.#functions.set(key, each);
    }
  }

  /** The function that a node calls: a translator of that operator, if there is one, comes first. */
  find(node: NodeProto): FunctionProto | undefined {
    if (this.#functions.size === 0 || this.#operators.has(operatorId({ domain: node.domain, operator: node.opType }))) return undefined;
    return (
      this.#functions.get(functionKey(node.domain, node.opType, node.overload)) ??
      this.#functions.get(functionKey(node.domain, node.opType, ""))
    );
  }

  /**
   * Requires that a graph, with all functions expanded, ends and is of a size and depth that can be handled.
   *
   * @throws ModelGaugeError `onnx-malformed` when functions call one another without end; `too-large`
   */
  checkExpansion(graph: GraphProto): void {
    const { nodes } = this.#expanded(graph.node, [], 0);
    if (nodes > LAYER_LIMIT) throw tooLarge(`the model has more than ${LAYER_LIMIT} nodes once its functions are expanded`);
  }

  /** @param outer how deep the nodes stand */
  #expanded(nodes: readonly NodeProto[], calls: readonly FunctionProto[], outer: number): Expansion {
    checkDepth(outer);
    const sum = { nodes: 0, depth: 0 };
    const add = (inner: Expansion): void => {
      sum.nodes += inner.nodes;
      sum.depth = Math.max(sum.depth, 1 + inner.depth);
      checkDepth(outer + sum.depth);
    };
    for (const node of nodes) {
      sum.nodes += 1;
      for (const graph of graphsOf(node)) add(this.#expanded(graph.node, calls, outer + 1));
      const called = this.find(node);
      if (called !== undefined) add(this.#expansionOf(called, calls, outer + 1));
    }
    return sum;
  }

  #expansionOf(called: FunctionProto, calls: readonly FunctionProto[], outer: number): Expansion {
    const known = this.#expansions.get(called);
    if (known !== undefined) return known;
    if (calls.includes(called)) {
      const cycle = [...calls.slice(calls.indexOf(called)), called].map(functionName);
      throw new ModelGaugeError({ code: "onnx-malformed", message: `a function calls itself: ${cycle.join(" → ")}` });
    }
    const expansion = this.#expanded(called.node, [...calls, called], outer);
    this.#expansions.set(called, expansion);
    return expansion;
  }
}

function checkDepth(depth: number): void {
  if (depth > DEPTH_LIMIT) throw tooLarge(`functions and graphs stand more than ${DEPTH_LIMIT} deep in one another`);
}

function tooLarge(message: string): ModelGaugeError {
  return new ModelGaugeError({ code: "too-large", message });
}

function functionKey(domain: string, name: string, overload: string): string {
  return JSON.stringify([domain === "ai.onnx" ? "" : domain, name, overload]);
}

function functionName({ domain, name, overload }: FunctionProto): string {
  return operatorId({ domain, operator: name }) + (overload === "" ? "" : `:${overload}`);
}
