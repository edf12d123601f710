import {
  defineMetric,
  exact,
  type Figures,
  type FigureType,
  figure,
  foldGraph,
  type Layer,
  type ModelMetric,
  OPERATION_KINDS,
  type OperationKind,
  UNKNOWN,
} from "@modelgauge/core";

const figures = Object.fromEntries(
  OPERATION_KINDS.map((kind) => [kind, { unit: kind === "mac" ? "MAC" : "OP", description: `operations of the kind "${kind}"` }]),
) as Record<OperationKind, FigureType>;

/** Operations by kind (C4). Layers state the kinds that they have; the totals those that any layer has. */
export const work: ModelMetric<OperationKind> = defineMetric({
  id: "work",
  title: "Operations by kind",
  figures,
  measure({ graph }) {
    const layers = new Map<Layer, Figures>();
    const totals = foldGraph(graph, OPERATION_KINDS, ownWork, (layer, folded) => layers.set(layer, withoutZeros(folded)));
    return { totals: withoutZeros(totals), layers };
  },
});

function ownWork({ description, status }: Layer): Figures {
  return Object.fromEntries(
    OPERATION_KINDS.map((kind) => {
      if (description === undefined) return [kind, UNKNOWN];
      const count = description.work[kind] ?? 0;
      return [kind, count === 0 ? exact(0) : figure(count, status)];
    }),
  );
}

function withoutZeros(folded: Figures): Figures {
  return Object.fromEntries(Object.entries(folded).filter(([, { value }]) => value !== null && value > 0));
}
