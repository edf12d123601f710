import { type DType, isFloatingPoint, product, type Role } from "@modelgauge/core";
import { type Claim, strengthen, strongest } from "./claim.ts";
import type { FunctionTable } from "./function-table.ts";
import type { InputKind, OnnxOperator } from "./operator.ts";
import { operatorId } from "./operator.ts";
import { arithmeticClaims } from "./arithmetic-claims.ts";
import { dtypeOf } from "./proto/data-types.ts";
import type { FunctionProto, NodeProto, TensorProto } from "./proto/model-proto.ts";
import { graphsOf, namesDefined } from "./topological-order.ts";
import { type Origin, valueOrigins } from "./value-origins.ts";

/**
 * Finds out what readers take the values of a graph for, so that a stored tensor has one role however many nodes read it,
 * through nodes that hand their inputs on, and through the model's own functions.
 */
export class RoleClaims {
  readonly #operators: ReadonlyMap<string, OnnxOperator>;
  readonly #functions: FunctionTable;
  readonly #ofFunctions = new Map<FunctionProto, readonly (Claim | undefined)[]>();

  constructor(operators: ReadonlyMap<string, OnnxOperator>, functions: FunctionTable) {
    this.#operators = operators;
    this.#functions = functions;
  }

  /**
   * Name of each value that these nodes read, here or in the graphs that they hold → the strongest claim.
   *
   * @param nodes in an order in which each comes after those that it reads; in another, claims do not pass through
   * @param stored the graph's initializers
   */
  ofNodes(nodes: readonly NodeProto[], stored: readonly TensorProto[] = []): Map<string, Claim> {
    const origins = valueOrigins(nodes, stored, this.#operators);
    const claims = new Map<string, Claim>();
    for (const node of nodes.toReversed()) {
      const ofInputs = this.#ofInputs(node, origins, claims);
      node.input.forEach((name, index) => strengthen(claims, name, ofInputs(index)));
      for (const graph of graphsOf(node)) {
        const inner = this.ofNodes(graph.node, graph.initializer);
        for (const name of namesDefined(graph)) inner.delete(name);
        for (const [name, claim] of inner) strengthen(claims, name, claim);
      }
    }
    return claims;
  }

  #ofInputs(node: NodeProto, origins: ReadonlyMap<string, Origin>, claims: ReadonlyMap<string, Claim>): (index: number) => Claim {
    const operator = this.#operators.get(operatorId({ domain: node.domain, operator: node.opType }));
    if (operator !== undefined) {
      const kinds: readonly InputKind[] = Object.values(operator.inputs);
      const ofOutputs = strongest(node.output.map((name) => claims.get(name)));
      const byArithmetic = arithmeticClaims(
        node,
        node.input.map((name) => origins.get(name)),
        ofOutputs,
      );
      return (index) => {
        const claim = byArithmetic[index] ?? claimOf(kinds[Math.min(index, kinds.length - 1)] ?? "tensor");
        if (operator.passes !== true || ofOutputs === undefined || ofOutputs === "setting") return claim;
        if (claim === "factor") return strongest([claim, ofOutputs])!;
        return claim === "tensor" ? ofOutputs : claim;
      };
    }
    const called = this.#functions.find(node);
    const ofFormals = called === undefined ? [] : this.#ofFunction(called);
    return (index) => ofFormals[index] ?? "tensor";
  }

  #ofFunction(called: FunctionProto): readonly (Claim | undefined)[] {
    const known = this.#ofFunctions.get(called);
    if (known !== undefined) return known;
    this.#ofFunctions.set(called, []);
    const claims = this.ofNodes(called.node);
    const ofFormals = called.input.map((name) => claims.get(name));
    this.#ofFunctions.set(called, ofFormals);
    return ofFormals;
  }
}

function claimOf(kind: InputKind): Claim {
  return kind === "tensors" ? "tensor" : (kind.replace("?", "") as Claim);
}

/** Whether a tensor is one that training changes, if nothing else is known of it. */
export function isTrainable({ dataType, dims }: TensorProto): boolean {
  const dtype = dtypeOf(dataType);
  return dtype !== undefined && isFloatingPoint(dtype) && product(dims.map(Number)) > 1;
}

/** Role of a stored tensor, by C1: of what merely flows, floating-point tensors of more than one element are trained. */
export function storedRole(claim: Claim | undefined, dtype: DType, elements: number): Exclude<Role, "input" | "activation"> {
  if (claim === "weight" || claim === "bias" || claim === "buffer") return claim;
  return claim !== "scale" && claim !== "setting" && isFloatingPoint(dtype) && elements > 1 ? "weight" : "constant";
}
