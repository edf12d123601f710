import { describe, expect, it } from "vitest";
import { defineMetric, type Metric } from "../metric/metric.ts";
import { orderMetrics } from "./order-metrics.ts";

function metric(id: string, ...needs: readonly string[]): Metric {
  return defineMetric({ id, title: id, figures: {}, needs, measure: () => ({ totals: {} }) });
}

const order = (...metrics: readonly Metric[]): string[] => orderMetrics(metrics).map(({ id }) => id);

describe("orderMetrics", () => {
  it("keeps the order, but for what must come before", () => {
    expect(order(metric("a"), metric("b"))).toEqual(["a", "b"]);
    expect(order(metric("a", "c"), metric("b"), metric("c", "d"), metric("d"))).toEqual(["d", "c", "a", "b"]);
  });

  it("names what is missing, and what goes in a circle", () => {
    expect(() => order(metric("a", "b"))).toThrow('metric "a" needs "b", which no plugin contributes');
    expect(() => order(metric("a", "b"), metric("b", "c"), metric("c", "b"))).toThrow("metrics need one another: a → b → c → b");
    expect(() => order(metric("a", "a"))).toThrow("metrics need one another: a → a");
  });
});
