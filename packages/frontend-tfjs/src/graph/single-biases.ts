import { product, type Shape } from "@modelgauge/core";
import type { TfjsOp } from "../op-translator.ts";
import type { GraphNode } from "./graph-def.ts";

/** Operations that add what is broadcast. */
const ADDITIONS: ReadonlySet<string> = new Set(["Add", "AddV2"]);

/** Products whose second input is a weight with its features last. */
const PRODUCTS: ReadonlySet<string> = new Set(["MatMul", "BatchMatMul", "BatchMatMulV2", "Conv2D", "Conv3D"]);

/** What is known of the nodes of a graph or function. */
export interface KnownNodes {
  readonly byName: ReadonlyMap<string, GraphNode>;
  readonly ops: ReadonlyMap<string, TfjsOp>;
  /** Shape of a constant that the weight files hold. */
  readonly shapeOf: (name: string) => Shape | undefined;
}

/**
 * Whether an input of a node is a bias of one element: a constant that has a dimension, which is added to a product of one feature. A
 * scalar is a constant, and so is one element that is added to several features.
 */
export function isSingleBias({ op, inputs }: GraphNode, index: number, known: KnownNodes): boolean {
  if (!ADDITIONS.has(op) || inputs.length !== 2) return false;
  const shape = storedShape(inputs[index]!.node, known);
  if (shape === undefined || shape.length === 0 || product(shape) !== 1) return false;
  const other = source(inputs[1 - index]!.node, known);
  const weight = other !== undefined && PRODUCTS.has(other.op) ? other.inputs[1] : undefined;
  return weight !== undefined && !isTransposed(other!) && storedShape(weight.node, known)?.at(-1) === 1;
}

/** The node behind those that hand on their first input. */
function source(name: string, { byName, ops }: KnownNodes): GraphNode | undefined {
  const visited = new Set<GraphNode>();
  let node = byName.get(name);
  while (node !== undefined && !visited.has(node) && ops.get(node.op)?.passes === true) {
    visited.add(node);
    node = byName.get(node.inputs[0]?.node ?? "");
  }
  return node;
}

function storedShape(name: string, known: KnownNodes): Shape | undefined {
  const node = source(name, known);
  return node?.op === "Const" ? known.shapeOf(node.name) : undefined;
}

function isTransposed({ attributes }: GraphNode): boolean {
  if (!attributes.isPresent) return false;
  return ["transpose_b", "adj_y"].some((name) => attributes.at(name).at("b").value === true);
}
