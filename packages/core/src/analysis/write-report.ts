import type { Precision } from "../describe/bindings.ts";
import type { Diagnostic } from "../error/diagnostic.ts";
import type { Graph, Layer } from "../ir/graph.ts";
import type { Tensor } from "../ir/tensor.ts";
import { isTensorType } from "../ir/value-type.ts";
import type { Figure } from "../metric/figure.ts";
import { everyLayer } from "../metric/fold.ts";
import type { Measurement, Metric } from "../metric/metric.ts";
import type { Tables } from "../metric/table.ts";
import type { Measurements } from "./measure.ts";
import type { Model } from "./model.ts";
import type { Coverage, Report, ReportHardware, ReportLayer, ReportTotal, ReportValue } from "./report.ts";
import { VERSION } from "./version.ts";

/** Everything that a report tells. */
export interface ReportParts {
  readonly model: Model;
  readonly source: string;
  readonly graph: Graph;
  readonly bound: Readonly<Record<string, number>>;
  readonly precision: Precision | undefined;
  /** In the order of the report. */
  readonly metrics: readonly Metric[];
  readonly measurements: Measurements;
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes the report as plain data. */
export function writeReport({ model, source, graph, bound, precision, metrics, measurements, diagnostics }: ReportParts): Report {
  return {
    reportVersion: 1,
    generator: { name: "modelgauge", version: VERSION },
    model: {
      name: model.name,
      format: model.format,
      source,
      inputs: graph.inputs.map(value),
      outputs: graph.outputs.map(value),
      bindings: bound,
      ...(precision !== undefined && Object.values(precision).some((each) => each !== undefined) && { precision }),
    },
    conventions: conventionsOf(metrics),
    coverage: coverageOf(graph),
    metrics: Object.fromEntries(metrics.map(({ id, title, figures }) => [id, { title, figures }])),
    totals: totalsOf(metrics, measurements.model),
    layers: graph.layers.map((layer) => writeLayer(layer, metrics, measurements.model)),
    tables: tablesOf(metrics, measurements.model),
    hardware: measurements.hardware.map(({ profile, measured }): ReportHardware => ({
      id: profile.id,
      name: profile.name,
      totals: totalsOf(metrics, measured),
      layers: [...everyLayer(graph)].flatMap((layer) => {
        const said = metrics.flatMap(({ id }) => {
          const figures = measured.get(id)?.layers?.get(layer);
          return figures === undefined ? [] : [[id, figures] as const];
        });
        return said.length === 0 ? [] : [{ name: layer.name, metrics: Object.fromEntries(said) }];
      }),
      tables: tablesOf(metrics, measured),
    })),
    diagnostics,
  };
}

function value(tensor: Tensor): ReportValue {
  const { name, type, status, held } = tensor;
  if (type === undefined) return { name, kind: "unknown" };
  if (!isTensorType(type)) return { name, kind: type.kind };
  return { name, dtype: held ?? type.dtype, shape: type.shape, ...(status !== "exact" && { status }) };
}

function writeLayer(layer: Layer, metrics: readonly Metric[], measured: ReadonlyMap<string, Measurement>): ReportLayer {
  return {
    name: layer.name,
    type: layer.type,
    origin: layer.origin,
    path: layer.path,
    attributes: layer.attributes,
    inputs: layer.inputs.map((input) => input?.name ?? null),
    weights: layer.weights.map((tensor) => ({ ...value(tensor), role: tensor.role })),
    outputs: layer.outputs.flatMap((output) => (output === undefined ? [] : [value(output)])),
    metrics: Object.fromEntries(
      metrics.flatMap(({ id }) => {
        const figures = measured.get(id)?.layers?.get(layer);
        return figures === undefined ? [] : [[id, figures as Readonly<Record<string, Figure>>] as const];
      }),
    ),
    ...(layer.bodies.length > 0 && {
      bodies: layer.bodies.map(({ name, runs, status, alternative, graph }) => ({
        name,
        runs,
        status,
        alternative,
        layers: graph.layers.map((inner) => writeLayer(inner, metrics, measured)),
      })),
    }),
  };
}

function totalsOf(metrics: readonly Metric[], measured: ReadonlyMap<string, Measurement>): Record<string, Record<string, ReportTotal>> {
  return Object.fromEntries(
    metrics.flatMap(({ id, figures }) => {
      const totals = measured.get(id)?.totals;
      if (totals === undefined || Object.keys(totals).length === 0) return [];
      return [
        [
          id,
          Object.fromEntries(
            Object.entries(totals).flatMap(([name, total]) =>
              total === undefined ? [] : [[name, { value: total.value, unit: figures[name]?.unit ?? "", status: total.status }]],
            ),
          ),
        ],
      ];
    }),
  );
}

function tablesOf(metrics: readonly Metric[], measured: ReadonlyMap<string, Measurement>): Record<string, Tables> {
  return Object.fromEntries(
    metrics.flatMap(({ id }) => {
      const tables = measured.get(id)?.tables;
      return tables === undefined ? [] : [[id, tables] as const];
    }),
  );
}

function conventionsOf(metrics: readonly Metric[]): Record<string, string> {
  const all = metrics.flatMap(({ conventions = [] }) => conventions).map(({ id, text }) => [id, text] as const);
  return Object.fromEntries(all.toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true })));
}

function coverageOf(graph: Graph): Coverage {
  const undescribed = new Map<string, number>();
  let layers = 0;
  for (const layer of everyLayer(graph)) {
    layers += 1;
    if (layer.description === undefined) undescribed.set(layer.origin.operator, (undescribed.get(layer.origin.operator) ?? 0) + 1);
  }
  const missing = [...undescribed].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([operator, count]) => ({ operator, layers: count }));
  return { layers, described: layers - missing.reduce((sum, { layers }) => sum + layers, 0), undescribed: missing };
}
