import type { Diagnostic } from "../error/diagnostic.ts";
import type { Description } from "../ir/description.ts";
import type { Graph, Layer } from "../ir/graph.ts";
import { combine } from "../ir/status.ts";
import { isTensorType } from "../ir/value-type.ts";
import { exact, type Figure, figure, UNKNOWN } from "../metric/figure.ts";
import { type Figures, foldGraph } from "../metric/fold.ts";
import { elementsIn } from "../metric/tensor-size.ts";
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
    if (!isDescribed(layer)) return Object.fromEntries(names.map((name) => [name, UNKNOWN]));
    const count = counts.get(layer.type) ?? metric.layer;
    const described = count({ layer, description: layer.description });
    const larger = mayHoldMore(layer) ? count({ layer, description: withoutZeros(layer.description) }) : described;
    return Object.fromEntries(names.map((name) => [name, layerFigure(described[name], layer, valueOf(larger[name]) === 0)]));
  };
  const totals = foldGraph(graph, names, own, (layer, figures) => layers.set(layer, figures));
  return { totals, layers };
}

function isDescribed(layer: Layer): layer is DescribedLayer {
  return layer.description !== undefined;
}

/** @param never whether a count of 0 follows from the kind of layer: it is exact then, however uncertain the layer's sizes are. */
function layerFigure(count: number | Figure | undefined, { status }: Layer, never: boolean): Figure {
  if (count === undefined) return UNKNOWN;
  const { value, status: own } = typeof count === "number" ? exact(count) : count;
  return figure(value, combine(own, value === 0 && never ? "exact" : status));
}

function valueOf(count: number | Figure | undefined): number | null | undefined {
  return typeof count === "object" ? count.value : count;
}

/** Whether sizes of 0 of a layer may be larger in truth. At most 0 is 0. */
function mayHoldMore({ inputs, outputs, status }: Layer): boolean {
  if (status === "exact" || status === "at-most") return false;
  const open = [...inputs, ...outputs].filter(
    (tensor) => tensor?.type !== undefined && tensor.status !== "exact" && tensor.status !== "at-most",
  );
  return open.some((tensor) => elementsIn(tensor!).value === 0);
}

/** What a description would say at least of a layer whose sizes are not 0: it tells what the kind of layer computes. */
function withoutZeros(description: Description): Description {
  const work = Object.fromEntries(Object.entries(description.work).map(([kind, count]) => [kind, count === 0 ? 1 : count]));
  return { ...description, work };
}

function batchOf({ inputs }: Graph): number {
  const type = inputs[0]?.type;
  return type !== undefined && isTensorType(type) ? (type.shape[0] ?? 1) : 1;
}
