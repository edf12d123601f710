import type { Diagnostic } from "../error/diagnostic.ts";
import type { Graph, Layer } from "../ir/graph.ts";
import { combine } from "../ir/status.ts";
import { isTensorType } from "../ir/value-type.ts";
import { exact, type Figure, figure, UNKNOWN } from "../metric/figure.ts";
import { type Figures, foldGraph } from "../metric/fold.ts";
import type { Analysis, DescribedLayer, LayerCount, LayerMetric, Measurement, Metric, MetricOverride } from "../metric/metric.ts";
import type { HardwareProfile } from "../hardware/profile.ts";

/** What the metrics of a model measured, and what those of each device did. */
export interface Measurements {
  readonly model: ReadonlyMap<string, Measurement>;
  readonly hardware: readonly { readonly profile: HardwareProfile; readonly measured: ReadonlyMap<string, Measurement> }[];
}

/** Measures a graph with metrics that stand in the order of their needs, and on devices. */
export function measureGraph(
  graph: Graph,
  metrics: readonly Metric[],
  overrides: readonly MetricOverride[],
  profiles: readonly HardwareProfile[],
): Measurements {
  const model = new Map<string, Measurement>();
  const batch = batchOf(graph);
  for (const metric of metrics) {
    if (metric.kind === "layer") model.set(metric.id, sumLayers(graph, metric, overrides));
    if (metric.kind === "model") model.set(metric.id, metric.measure({ graph, batch, measured: lookUp(metric.needs, model) }));
  }
  const hardware = profiles.map((profile) => {
    const measured = new Map<string, Measurement>();
    for (const metric of metrics) {
      if (metric.kind === "hardware")
        measured.set(metric.id, metric.measure({ graph, batch, measured: lookUp(metric.needs, measured, model) }, profile));
    }
    return { profile, measured };
  });
  return { model, hardware };
}

/** What metrics have to say beside their figures, of the model and of each device, each said once. */
export function diagnosticsOf({ model, hardware }: Measurements): readonly Diagnostic[] {
  return [
    ...saidBy(model),
    ...hardware.flatMap(({ profile, measured }) => saidBy(measured).map((each) => ({ ...each, hardware: profile.id }))),
  ];
}

function saidBy(measured: ReadonlyMap<string, Measurement>): readonly Diagnostic[] {
  const said = [...measured.values()].flatMap(({ diagnostics = [] }) => diagnostics);
  return said.filter(({ code, message }, index) => said.findIndex((other) => other.code === code && other.message === message) === index);
}

function lookUp(needs: readonly string[] = [], ...sources: readonly ReadonlyMap<string, Measurement>[]): Analysis["measured"] {
  return (id) => {
    const measurement = needs.includes(id) ? sources.map((source) => source.get(id)).find((found) => found !== undefined) : undefined;
    if (measurement === undefined) throw new Error(`a metric reads "${id}", which it does not name in \`needs\``);
    return measurement;
  };
}

function sumLayers(graph: Graph, metric: LayerMetric, overrides: readonly MetricOverride[]): Measurement {
  const counts = new Map<string, LayerCount<string>>();
  for (const override of overrides) if (override.metric === metric.id) counts.set(override.type, override.layer);
  const names = Object.keys(metric.figures);
  const layers = new Map<Layer, Figures>();
  const own = (layer: Layer): Figures => {
    const described = isDescribed(layer) ? (counts.get(layer.type) ?? metric.layer)({ layer, description: layer.description }) : undefined;
    return Object.fromEntries(names.map((name) => [name, described === undefined ? UNKNOWN : layerFigure(described[name], layer)]));
  };
  const totals = foldGraph(graph, names, own, (layer, figures) => layers.set(layer, figures));
  return { totals, layers };
}

function isDescribed(layer: Layer): layer is DescribedLayer {
  return layer.description !== undefined;
}

/** A count of 0 follows from the kind of layer, not from its sizes: it is exact however uncertain these are. */
function layerFigure(count: number | Figure | undefined, { status }: Layer): Figure {
  if (count === undefined) return UNKNOWN;
  if (typeof count === "number") return count === 0 ? exact(0) : figure(count, status);
  return figure(count.value, combine(count.status, count.value === 0 ? "exact" : status));
}

function batchOf({ inputs }: Graph): number {
  const type = inputs[0]?.type;
  return type !== undefined && isTensorType(type) ? (type.shape[0] ?? 1) : 1;
}
