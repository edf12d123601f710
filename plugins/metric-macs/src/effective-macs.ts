import {
  defineMetric,
  elementsIn,
  everyLayer,
  type Figure,
  figure,
  type Figures,
  foldGraph,
  type Layer,
  type ModelMetric,
  type Tensor,
  UNKNOWN,
} from "@modelgauge/core";

/**
 * MACs whose weight is not zero: what pruned layers need at least. A layer's MACs use each element of its one weight equally often (padding
 * zeros count, C2), so that the share of nonzero elements is that of MACs; with several weights it is an estimate. Measured only
 * where the weights were read.
 */
export const effectiveMacs: ModelMetric<"total"> = defineMetric({
  id: "effective-macs",
  title: "Effective MACs",
  figures: { total: { unit: "MAC", description: "MACs whose weight is not zero" } },
  measure: ({ graph }) => {
    const wereRead = [...everyLayer(graph)].some((layer) => weightsOf(layer).some(({ nonzero }) => nonzero !== undefined));
    if (!wereRead) return { totals: {} };
    const layers = new Map<Layer, Figures>();
    const totals = foldGraph(
      graph,
      ["total"],
      (layer) => ({ total: effective(layer) }),
      (layer, figures) => layers.set(layer, figures),
    );
    return { totals, layers };
  },
});

function effective(layer: Layer): Figure {
  if (layer.description === undefined) return UNKNOWN;
  const macs = layer.description.work.mac ?? 0;
  const weights = weightsOf(layer);
  if (macs === 0 || weights.length === 0) return figure(macs, macs === 0 ? "exact" : layer.status);
  let elements = 0;
  let nonzero = 0;
  for (const weight of weights) {
    const count = elementsIn(weight).value;
    if (weight.nonzero === undefined || count === null) return figure(macs, "at-most");
    elements += count;
    nonzero += weight.nonzero;
  }
  const share = elements === 0 ? 0 : nonzero / elements;
  return weights.length === 1 ? figure(Math.round(macs * share), layer.status) : figure(Math.round(macs * share), "estimate");
}

function weightsOf({ inputs, weights }: Layer): readonly Tensor[] {
  return [...new Set([...inputs, ...weights])].filter((tensor): tensor is Tensor => tensor?.role === "weight" && tensor.stored);
}
