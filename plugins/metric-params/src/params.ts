import {
  defineMetric,
  elementsIn,
  exact,
  type Figure,
  type Figures,
  type Graph,
  type Layer,
  type ModelMetric,
  sumFigures,
  type Tensor,
  UNKNOWN,
} from "@modelgauge/core";

/**
 * Elements of every distinct trained tensor (C1). A tensor that layers share counts once, in the first that uses it, so that the
 * layers add up to the total; a layer that holds bodies counts those of its bodies, which are stored once however often they run.
 */
export const params: ModelMetric<"total" | "weights" | "buffers"> = defineMetric({
  id: "params",
  title: "Parameters",
  figures: {
    total: { unit: "parameters", description: "elements of all distinct trained tensors, biases included" },
    weights: { unit: "parameters", description: "the same without biases" },
    buffers: { unit: "parameters", description: "elements that are learnt but not trained, such as batch-norm running statistics" },
  },
  conventions: [
    {
      id: "C1",
      text:
        "Parameters are the elements of every distinct trained tensor; tied weights count once. Running statistics are buffers; " +
        "constants, quantisation scales and zero points are neither.",
    },
  ],
  measure({ graph }) {
    const seen = new Set<Tensor>();
    const layers = new Map<Layer, Figures>();
    const layerParams = (layer: Layer): Figures => {
      const own = countOf([...layer.inputs, ...layer.weights], seen);
      const known = layer.description === undefined ? add(own, { total: UNKNOWN, weights: UNKNOWN, buffers: UNKNOWN }) : own;
      const figures = layer.bodies.reduce((sum, body) => add(sum, graphParams(body.graph)), known);
      layers.set(layer, figures);
      return figures;
    };
    const graphParams = (inner: Graph): Figures => [...inner.layers.map(layerParams), countOf(inner.outputs, seen)].reduce(add);
    return { totals: graphParams(graph), layers };
  },
});

function countOf(tensors: readonly (Tensor | undefined)[], seen: Set<Tensor>): Figures {
  const counts: Record<"weight" | "bias" | "buffer", Figure[]> = { weight: [], bias: [], buffer: [] };
  for (const tensor of tensors) {
    if (tensor === undefined || seen.has(tensor)) continue;
    if (tensor.role !== "weight" && tensor.role !== "bias" && tensor.role !== "buffer") continue;
    seen.add(tensor);
    counts[tensor.role].push(elementsIn(tensor));
  }
  const weights = sumFigures(counts.weight);
  return { total: sumFigures([weights, ...counts.bias]), weights, buffers: sumFigures(counts.buffer) };
}

function add(a: Figures, b: Figures): Figures {
  return Object.fromEntries(Object.keys(a).map((name) => [name, sumFigures([a[name] ?? exact(0), b[name] ?? exact(0)])]));
}
