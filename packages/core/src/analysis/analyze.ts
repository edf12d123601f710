import type { Bindings } from "../describe/bindings.ts";
import type { LayerType } from "../describe/layer-type.ts";
import type { HardwareProfile } from "../hardware/profile.ts";
import type { Metric, MetricOverride } from "../metric/metric.ts";
import { buildModel } from "./build-model.ts";
import { diagnosticsOf, measureGraph } from "./measure.ts";
import type { Model } from "./model.ts";
import { orderMetrics } from "./order-metrics.ts";
import type { Report } from "./report.ts";
import { writeReport } from "./write-report.ts";

/** What an analysis draws on. */
export interface AnalysisParts {
  readonly layerTypes: ReadonlyMap<string, LayerType>;
  readonly metrics: readonly Metric[];
  readonly overrides: readonly MetricOverride[];
  readonly hardware: readonly HardwareProfile[];
  /** What reports call the file: its name without its folder. */
  readonly source: string;
}

/**
 * Builds a model under bindings, measures it, and writes the report.
 *
 * @throws ModelGaugeError as {@link buildModel} does
 */
export function analyzeModel(model: Model, bindings: Bindings, parts: AnalysisParts): Report {
  const { graph, diagnostics, bound } = buildModel(model, bindings, parts.layerTypes);
  const metrics = orderMetrics(parts.metrics);
  const measurements = measureGraph(graph, metrics, parts.overrides, parts.hardware);
  return writeReport({
    model,
    source: parts.source,
    graph,
    bound,
    precision: bindings.precision,
    metrics,
    measurements,
    diagnostics: [...diagnostics, ...diagnosticsOf(measurements)],
  });
}
