import { isFloatingPoint, type DType, type Role, type Shape } from "@modelgauge/core";
import type { InputKind, TfjsOp } from "../op-translator.ts";
import type { GraphFunction, GraphNode } from "./graph-def.ts";
import { isSingleBias, type KnownNodes } from "./single-biases.ts";

/** What a value's readers take it for, the strongest claim first. */
const STRENGTH = ["weight", "bias", "buffer", "tensor", "setting"] as const;

/** See {@link InputKind}. */
export type Claim = (typeof STRENGTH)[number];

/** How an operation calls functions. */
interface Calls {
  /** The attributes that name them. */
  readonly functions: readonly string[];
  /** At which of its inputs the function's begin. */
  readonly firstInput: number;
}

const LOOP: Calls = { functions: ["cond", "body"], firstInput: 0 };
const CHOICE: Calls = { functions: ["then_branch", "else_branch"], firstInput: 1 };
const CALL: Calls = { functions: ["f"], firstInput: 0 };

/** The operations that call functions. */
export const CALLS: ReadonlyMap<string, Calls> = new Map([
  ["While", LOOP],
  ["StatelessWhile", LOOP],
  ["If", CHOICE],
  ["StatelessIf", CHOICE],
  ["PartitionedCall", CALL],
  ["StatefulPartitionedCall", CALL],
]);

/**
 * Finds out what readers take the values of a graph for, so that a stored tensor has one role however many nodes read it, through
 * nodes that hand their inputs on, and through functions.
 */
export class RoleClaims {
  readonly #ops: ReadonlyMap<string, TfjsOp>;
  readonly #functions: ReadonlyMap<string, GraphFunction>;
  readonly #shapeOf: (name: string) => Shape | undefined;
  readonly #ofFunctions = new Map<GraphFunction, ReadonlyMap<string, Claim>>();

  /** @param shapeOf shape of a constant that the weight files hold */
  constructor(
    ops: ReadonlyMap<string, TfjsOp>,
    functions: ReadonlyMap<string, GraphFunction>,
    shapeOf: (name: string) => Shape | undefined,
  ) {
    this.#ops = ops;
    this.#shapeOf = shapeOf;
    this.#functions = functions;
  }

  /** Name of each node whose outputs these nodes read → the strongest claim. */
  ofNodes(nodes: readonly GraphNode[]): ReadonlyMap<string, Claim> {
    const claims = new Map<string, Claim>();
    const byName = new Map(nodes.map((node) => [node.name, node]));
    const known: KnownNodes = { byName, ops: this.#ops, shapeOf: this.#shapeOf };
    const pending = [...nodes];
    const strengthen = (name: string, claim: Claim | undefined): void => {
      const before = claims.get(name);
      if (claim === undefined || (before !== undefined && STRENGTH.indexOf(claim) >= STRENGTH.indexOf(before))) return;
      claims.set(name, claim);
      const producer = byName.get(name);
      if (producer !== undefined && this.#ops.get(producer.op)?.passes === true) pending.push(producer);
    };
    for (const node of nodes) for (const [name, claim] of this.#readAround(node)) strengthen(name, claim);
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const { inputs } = node;
      inputs.forEach((input, index) =>
        strengthen(input.node, isSingleBias(node, index, known) ? "bias" : this.#ofInput(node, index, claims.get(node.name))),
      );
    }
    return claims;
  }

  /** The same of a function's nodes; its parameters are values, too. */
  ofFunction(called: GraphFunction): ReadonlyMap<string, Claim> {
    const known = this.#ofFunctions.get(called);
    if (known !== undefined) return known;
    // Of a function that calls itself, nothing is known inside.
    this.#ofFunctions.set(called, new Map());
    const claims = this.ofNodes(called.nodes);
    this.#ofFunctions.set(called, claims);
    return claims;
  }

  /** What the functions that a node calls read of the values around it. */
  #readAround(node: GraphNode): readonly (readonly [string, Claim])[] {
    const called = (CALLS.get(node.op)?.functions ?? []).map((attribute) => this.#functions.get(functionName(node, attribute)));
    return called.flatMap((each) => {
      if (each?.closure !== true) return [];
      const own = new Set([...each.parameters, ...each.nodes.map(({ name }) => name)]);
      return [...this.ofFunction(each)].filter(([name]) => !own.has(name));
    });
  }

  #ofInput(node: GraphNode, index: number, own: Claim | undefined): Claim | undefined {
    const calls = CALLS.get(node.op);
    if (calls !== undefined && index >= calls.firstInput) {
      return strongest(
        calls.functions.map((attribute) => {
          const called = this.#functions.get(functionName(node, attribute));
          const parameter = called?.parameters[index - calls.firstInput];
          return called && parameter !== undefined ? this.ofFunction(called).get(parameter) : undefined;
        }),
      );
    }
    const op = this.#ops.get(node.op);
    if (op === undefined) return "tensor";
    const kind = kindOf(Object.values(op.inputs), index, node.inputs.length);
    const claim = kind === "tensors" ? "tensor" : (kind.replace("?", "") as Claim);
    return claim === "tensor" && op.passes === true ? own : claim;
  }
}

/** The kind of an input, where `tensors` may stand before others. */
export function kindOf(kinds: readonly InputKind[], index: number, count: number): InputKind {
  const variadic = kinds.indexOf("tensors");
  if (variadic < 0 || index < variadic) return kinds[index] ?? "tensor";
  const following = kinds.length - variadic - 1;
  return index < count - following ? "tensors" : kinds[kinds.length - (count - index)]!;
}

/** Name of the function that an attribute of a node refers to; empty where it refers to none. */
export function functionName({ attributes }: GraphNode, attribute: string): string {
  const { value } = attributes.isPresent ? attributes.at(attribute).at("func").at("name") : { value: undefined };
  return typeof value === "string" ? value : "";
}

/**
 * Role of a stored tensor, by C1: integers are not trained; of what merely flows, floating-point tensors of more than one element are.
 */
export function storedRole(claim: Claim | undefined, dtype: DType, elements: number): Exclude<Role, "input" | "activation"> {
  if (!isFloatingPoint(dtype)) return "constant";
  if (claim === "weight" || claim === "bias" || claim === "buffer") return claim;
  return claim !== "setting" && elements > 1 ? "weight" : "constant";
}

function strongest(claims: readonly (Claim | undefined)[]): Claim | undefined {
  return STRENGTH.find((claim) => claims.includes(claim));
}
