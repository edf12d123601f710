import type { Metric } from "@modelgauge/core";
import { lookUp } from "./look-up.ts";

/**
 * The metrics of some ids with all that they need, in the order of the plugins; every metric where no ids are given.
 *
 * @throws ModelGaugeError `unknown-metric`
 */
export function chooseMetrics(metrics: readonly Metric[], ids: readonly string[] | undefined): readonly Metric[] {
  if (ids === undefined) return metrics;
  const chosen = new Set<Metric>();
  const choose = (id: string): void => {
    const metric = lookUp({ items: metrics, idOf: (each) => each.id, id, what: `the metric "${id}"`, code: "unknown-metric" });
    if (chosen.has(metric)) return;
    chosen.add(metric);
    if (metric.kind !== "layer") metric.needs?.forEach(choose);
  };
  ids.forEach(choose);
  return metrics.filter((metric) => chosen.has(metric));
}
