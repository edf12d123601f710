import { type DType, isFloatingPoint, type Role } from "@modelgauge/core";
import type { FunctionTable } from "./function-table.ts";
import type { InputKind, OnnxOperator } from "./operator.ts";
import { operatorId } from "./operator.ts";
import type { FunctionProto, NodeProto } from "./proto/model-proto.ts";
import { graphsOf, namesDefined } from "./topological-order.ts";

/** What a value's readers take it for, the strongest claim first. */
const STRENGTH = ["weight", "bias", "buffer", "tensor", "setting"] as const;

/** See {@link InputKind}. */
export type Claim = (typeof STRENGTH)[number];

/**
 * Finds out what readers take the values of a graph for, so that a stored tensor has one role however many nodes read it, and
 * through the model's own functions.
 */
export class RoleClaims {
  readonly #operators: ReadonlyMap<string, OnnxOperator>;
  readonly #functions: FunctionTable;
  readonly #ofFunctions = new Map<FunctionProto, readonly (Claim | undefined)[]>();

  constructor(operators: ReadonlyMap<string, OnnxOperator>, functions: FunctionTable) {
    this.#operators = operators;
    this.#functions = functions;
  }

  /** Name of each value that these nodes read, here or in the graphs that they hold → the strongest claim. */
  ofNodes(nodes: readonly NodeProto[]): Map<string, Claim> {
    const claims = new Map<string, Claim>();
    for (const node of nodes) {
      const ofInputs = this.#ofInputs(node);
      node.input.forEach((name, index) => strengthen(claims, name, ofInputs(index)));
      for (const graph of graphsOf(node)) {
        const inner = this.ofNodes(graph.node);
        for (const name of namesDefined(graph)) inner.delete(name);
        for (const [name, claim] of inner) strengthen(claims, name, claim);
      }
    }
    return claims;
  }

  #ofInputs(node: NodeProto): (index: number) => Claim {
    const operator = this.#operators.get(operatorId({ domain: node.domain, operator: node.opType }));
    if (operator !== undefined) {
      const kinds: readonly InputKind[] = Object.values(operator.inputs);
      return (index) => claimOf(kinds[Math.min(index, kinds.length - 1)] ?? "tensor");
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

function strengthen(claims: Map<string, Claim>, name: string, claim: Claim): void {
  const before = claims.get(name);
  if (before === undefined || STRENGTH.indexOf(claim) < STRENGTH.indexOf(before)) claims.set(name, claim);
}

/** Role of a stored tensor, by C1: of what merely flows, floating-point tensors of more than one element are trained. */
export function storedRole(claim: Claim | undefined, dtype: DType, elements: number): Exclude<Role, "input" | "activation"> {
  if (claim === "weight" || claim === "bias" || claim === "buffer") return claim;
  return claim !== "setting" && isFloatingPoint(dtype) && elements > 1 ? "weight" : "constant";
}
