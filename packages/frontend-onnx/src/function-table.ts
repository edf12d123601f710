import { LAYER_LIMIT, ModelGaugeError } from "@modelgauge/core";
import { type OnnxOperator, operatorId } from "./operator.ts";
import type { FunctionProto, GraphProto, ModelProto, NodeProto } from "./proto/model-proto.ts";
import { graphsOf } from "./topological-order.ts";

/** The functions that a model defines itself, by domain, name and overload. */
export class FunctionTable {
  readonly #functions = new Map<string, FunctionProto>();
  readonly #operators: ReadonlyMap<string, OnnxOperator>;
  readonly #sizes = new Map<FunctionProto, number>();

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
   * Requires that a graph, with all functions expanded, ends and is of a size that can be handled.
   *
   * @throws ModelGaugeError `onnx-malformed` when functions call one another without end; `too-large`
   */
  checkExpansion(graph: GraphProto): void {
    if (this.#expanded(graph.node, []) > LAYER_LIMIT) {
      throw new ModelGaugeError({
        code: "too-large",
        message: `the model has more than ${LAYER_LIMIT} nodes once its functions are expanded`,
      });
    }
  }

  #expanded(nodes: readonly NodeProto[], calls: readonly FunctionProto[]): number {
    let count = 0;
    for (const node of nodes) {
      count += 1;
      for (const graph of graphsOf(node)) count += this.#expanded(graph.node, calls);
      const called = this.find(node);
      if (called !== undefined) count += this.#size(called, calls);
    }
    return count;
  }

  #size(called: FunctionProto, calls: readonly FunctionProto[]): number {
    const known = this.#sizes.get(called);
    if (known !== undefined) return known;
    if (calls.includes(called)) {
      const cycle = [...calls.slice(calls.indexOf(called)), called].map(functionName);
      throw new ModelGaugeError({ code: "onnx-malformed", message: `a function calls itself: ${cycle.join(" → ")}` });
    }
    const size = this.#expanded(called.node, [...calls, called]);
    this.#sizes.set(called, size);
    return size;
  }
}

function functionKey(domain: string, name: string, overload: string): string {
  return JSON.stringify([domain === "ai.onnx" ? "" : domain, name, overload]);
}

function functionName({ domain, name, overload }: FunctionProto): string {
  return operatorId({ domain, operator: name }) + (overload === "" ? "" : `:${overload}`);
}
