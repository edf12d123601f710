import type { Graph, Layer } from "../ir/graph.ts";
import { isStatic, type Tensor } from "../ir/tensor.ts";
import { type Figure, sumFigures, UNKNOWN } from "./figure.ts";
import type { Measurement } from "./metric.ts";

/**
 * Measures a graph by the tensors that are the same in every run, each counted once: in the first layer that uses it, so that the layers
 * add up to the totals. A layer that holds bodies counts theirs, which are stored once however often they run. A layer that nothing
 * describes may hold more than its tensors, in its attributes: it leaves a lower bound.
 *
 * @param countOf what one tensor adds to which figures
 */
export function measureTensors<Name extends string>(
  graph: Graph,
  names: readonly Name[],
  countOf: (tensor: Tensor) => Readonly<Partial<Record<Name, Figure>>>,
): Measurement<Name> {
  type Sums = Readonly<Record<Name, Figure>>;
  const seen = new Set<Tensor>();
  const layers = new Map<Layer, Sums>();
  const sum = (parts: readonly Readonly<Partial<Record<Name, Figure>>>[]): Sums =>
    Object.fromEntries(names.map((name) => [name, sumFigures(parts.flatMap((part) => part[name] ?? []))])) as Sums;
  const unknown = Object.fromEntries(names.map((name) => [name, UNKNOWN])) as Sums;
  const tensorCounts = (tensors: readonly (Tensor | undefined)[]): Sums => {
    const fresh = new Set(tensors.filter((tensor): tensor is Tensor => tensor !== undefined && isStatic(tensor) && !seen.has(tensor)));
    for (const tensor of fresh) seen.add(tensor);
    return sum([...fresh].map(countOf));
  };
  const layerCounts = (layer: Layer): Sums => {
    const own = tensorCounts([...layer.inputs, ...layer.weights]);
    const bodies = layer.bodies.map((body) => graphCounts(body.graph));
    const all = sum([own, ...(layer.description === undefined ? [unknown] : []), ...bodies]);
    layers.set(layer, all);
    return all;
  };
  const graphCounts = (inner: Graph): Sums => sum([...inner.layers.map(layerCounts), tensorCounts(inner.outputs)]);
  return { totals: graphCounts(graph), layers };
}
