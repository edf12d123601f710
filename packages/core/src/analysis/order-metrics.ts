import { ModelGaugeError } from "../error/model-gauge-error.ts";
import type { Metric } from "../metric/metric.ts";

/**
 * Metrics in an order in which each comes after those that it needs.
 *
 * @throws ModelGaugeError `unknown-metric` or `metric-cycle`, by name
 */
export function orderMetrics(metrics: readonly Metric[]): readonly Metric[] {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const ordered = new Set<Metric>();
  const visit = (metric: Metric, trail: readonly string[]): void => {
    if (ordered.has(metric)) return;
    if (trail.includes(metric.id)) {
      throw new ModelGaugeError({ code: "metric-cycle", message: `metrics need one another: ${[...trail, metric.id].join(" → ")}` });
    }
    for (const id of metric.kind === "layer" ? [] : (metric.needs ?? [])) {
      const needed = byId.get(id);
      if (needed === undefined)
        throw new ModelGaugeError({ code: "unknown-metric", message: `metric "${metric.id}" needs "${id}", which no plugin contributes` });
      visit(needed, [...trail, metric.id]);
    }
    ordered.add(metric);
  };
  for (const metric of metrics) visit(metric, []);
  return [...ordered];
}
