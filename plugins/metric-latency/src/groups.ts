import { type Graph, isFolded, isStatic, type Layer, type Tensor } from "@modelgauge/core";
import { operationsOf } from "./compute-time.ts";
import { isMovement, type Provenance } from "./provenance.ts";

/** Layers that a runtime may run as one, so that what passes between them needs no memory. In execution order. */
export interface Group {
  readonly layers: Layer[];
  /** Whether nothing may join: a layer that nothing describes, or one that holds bodies. */
  readonly sealed: boolean;
  /** Whether a layer has MACs. */
  hasMacs: boolean;
  /** Whether a layer with MACs has operands that are the same in every run. */
  hasWeights: boolean;
}

/** The layers of a graph in groups, in execution order; layers that only move data are in none. */
export interface Grouping {
  readonly groups: readonly Group[];
  readonly groupOf: ReadonlyMap<Layer, Group>;
  /** The layer that computes a tensor. */
  readonly producerOf: ReadonlyMap<Tensor, Layer>;
  /** The layers that need a tensor, themselves or in their bodies. */
  readonly usersOf: ReadonlyMap<Tensor, ReadonlySet<Layer>>;
}

/**
 * Fuses the layers of a graph as a best-case runtime does:
 *
 * - a layer without MACs (element-wise, norm, pool, reduction, softmax) joins the layer that produces the last of its inputs;
 * - of two products of activations in a row, the second joins the first where nothing else needs what passes between them: attention;
 * - layers without MACs that prepare the input of a single group join that group.
 */
export function groupLayers(graph: Graph, provenance: Provenance): Grouping {
  const computing = graph.layers.filter((layer) => !isFolded(layer) && !isMovement(layer));
  const producerOf = new Map<Tensor, Layer>();
  const usersOf = new Map<Tensor, Set<Layer>>();
  const needs = new Map<Layer, readonly Tensor[]>();
  for (const layer of computing) {
    const tensors = [...usedBy(layer)]
      .filter((tensor) => !isStatic(tensor))
      .flatMap((tensor) => provenance.of(tensor).map((need) => need.tensor));
    needs.set(layer, tensors);
    for (const tensor of tensors) usersOf.set(tensor, (usersOf.get(tensor) ?? new Set()).add(layer));
    for (const output of layer.outputs) if (output !== undefined) producerOf.set(output, layer);
  }
  const order = new Map(computing.map((layer, index) => [layer, index]));
  const groupOf = new Map<Layer, Group>();
  for (const layer of computing) {
    const producers = needs.get(layer)!.flatMap((tensor) => {
      const producer = producerOf.get(tensor);
      return producer === undefined ? [] : [{ producer, alone: usersOf.get(tensor)!.size === 1 }];
    });
    const last = producers.toSorted((a, b) => order.get(b.producer)! - order.get(a.producer)!)[0];
    const product = producers.find(({ producer, alone }) => alone && isProductsOnly(groupOf.get(producer)!));
    const joined = hasMacs(layer) ? !hasWeights(layer) && product : last;
    const open = joined ? groupOf.get(joined.producer)! : undefined;
    const group = isSealed(layer) || open === undefined || open.sealed ? newGroup(layer) : open;
    group.hasMacs ||= hasMacs(layer);
    group.hasWeights ||= hasMacs(layer) && hasWeights(layer);
    group.layers.push(layer);
    groupOf.set(layer, group);
  }
  const handedOut = new Set(graph.outputs.flatMap((output) => provenance.of(output).map(({ tensor }) => tensor)));
  joinPreparations(groupOf, usersOf, handedOut);
  return { groups: [...new Set(computing.map((layer) => groupOf.get(layer)!))], groupOf, producerOf, usersOf };
}

function joinPreparations(groupOf: Map<Layer, Group>, usersOf: Grouping["usersOf"], handedOut: ReadonlySet<Tensor>): void {
  for (const group of [...new Set(groupOf.values())].toReversed()) {
    if (group.sealed || group.hasMacs) continue;
    const outputs = group.layers.flatMap(({ outputs }) => outputs.filter((output) => output !== undefined));
    const users = new Set(outputs.flatMap((output) => [...(usersOf.get(output) ?? [])].map((user) => groupOf.get(user)!)));
    users.delete(group);
    const [user] = users;
    if (users.size !== 1 || user!.sealed || outputs.some((output) => handedOut.has(output))) continue;
    user!.layers.unshift(...group.layers);
    for (const layer of group.layers) groupOf.set(layer, user!);
  }
}

function* usedBy({ inputs, bodies }: Layer): Generator<Tensor> {
  for (const input of inputs) if (input !== undefined) yield input;
  for (const { graph } of bodies) {
    yield* graph.outputs;
    for (const layer of graph.layers) yield* usedBy(layer);
  }
}

function isSealed({ description, bodies }: Layer): boolean {
  return description === undefined || bodies.length > 0;
}

function hasMacs(layer: Layer): boolean {
  return operationsOf(layer).macs > 0;
}

function hasWeights({ inputs, weights }: Layer): boolean {
  return [...inputs, ...weights].some((tensor) => tensor !== undefined && isStatic(tensor));
}

function newGroup(layer: Layer): Group {
  return { layers: [], sealed: isSealed(layer), hasMacs: false, hasWeights: false };
}

function isProductsOnly({ sealed, hasMacs, hasWeights }: Group): boolean {
  return !sealed && hasMacs && !hasWeights;
}
