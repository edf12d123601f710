import { everyLayer, type Graph, isFolded, isStatic, type Layer, OPERATION_KINDS, type OperationKind, type Tensor } from "@modelgauge/core";

/** Operations whose derivative needs no value: sums and conversions are linear, and roundings, bits and chance have none. */
const LINEAR: ReadonlySet<OperationKind> = new Set(["add", "convert", "round", "logic", "random", "hash"]);

/**
 * The activations that a backward pass needs, each the one whose memory holds it: what goes into a layer that does more than add,
 * and what comes out of a comparison that works in place (relu, clip), which tells its derivative.
 */
export function savedTensors(graph: Graph): ReadonlySet<Tensor> {
  const bases = new Map<Tensor, Tensor>();
  const base = (tensor: Tensor): Tensor => bases.get(tensor) ?? tensor;
  const saved = new Set<Tensor>();
  for (const layer of everyLayer(graph)) {
    if (isFolded(layer)) continue;
    const { inputs, outputs, description } = layer;
    for (const { output, input, kind } of description?.aliases ?? []) {
      const [view, seen] = [outputs[output], inputs[input]];
      if (kind === "view" && view !== undefined && seen !== undefined) bases.set(view, base(seen));
    }
    for (const tensor of neededBy(layer)) if (tensor !== undefined && !isStatic(tensor)) saved.add(base(tensor));
  }
  return saved;
}

function neededBy({ inputs, outputs, description }: Layer): readonly (Tensor | undefined)[] {
  const kinds = OPERATION_KINDS.filter((kind) => (description?.work[kind] ?? 0) > 0 && !LINEAR.has(kind));
  if (kinds.length === 0) return [];
  const inPlace = description?.aliases?.filter(({ kind }) => kind === "in-place") ?? [];
  if (kinds.every((kind) => kind === "compare") && inPlace.length > 0) return inPlace.map(({ output }) => outputs[output]);
  return inputs;
}
