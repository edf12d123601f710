import { type HardwareProfile, type Metric, type Model, type Report } from "@modelgauge/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alexNet } from "../alexnet.ts";
import { anyNetwork } from "../arbitrary/network.ts";
import { attempt } from "../attempt.ts";
import { deepFreeze } from "../deep-freeze.ts";
import { analyzeTestModel, testModel } from "../network.ts";
import { figureProblems, figuresIn, tableProblems } from "../report-problems.ts";
import { sampleDevice, sampleModel } from "../sample-report.ts";
import { seeded } from "../seeded.ts";

/** What a metric is measured beside, and on. */
export interface MetricSuiteOptions {
  /** The metrics that it needs; more do no harm. */
  readonly needs?: readonly Metric[];
  /** Of a metric per device: the devices; a made-up one where left out. */
  readonly hardware?: readonly HardwareProfile[];
}

const empty = testModel("empty", () => []);

const mystery = testModel("mystery", (network) =>
  network.undescribed({ name: "mystery", inputs: [network.input("x", { dtype: "float32", shape: [2, 3] })] }, undefined),
);

/**
 * The tests that every metric passes: the same figures twice, from a frozen graph; each figure declared, a finite number from 0 on or
 * unknown; nothing that is exactly 0 where a layer is not described; on networks of any work and size, an empty one among them.
 *
 * Call it in a Vitest test file. The arbitrary networks are the same in every run, unless fast-check's global configuration has a seed.
 */
export function metricSuite(metric: Metric, { needs = [], hardware = [sampleDevice] }: MetricSuiteOptions = {}): void {
  const metrics = [...needed(metric, needs), metric];
  const measure = (model: Model): Report => own(analyzeTestModel(frozen(model), { metrics, hardware }), metric);

  describe(`metric "${metric.id}"`, () => {
    it("says what its figures are", () => {
      expect(metric.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(metric.title).not.toBe("");
      for (const { unit, description } of Object.values(metric.figures)) expect([unit, description]).not.toContain("");
    });

    it.each([alexNet, sampleModel, empty, mystery])("measures $name, the same twice", (model) => {
      const report = measure(model);
      expect(figureProblems(report)).toEqual([]);
      expect(tableProblems(report)).toEqual([]);
      expect(undeclared(report, metric)).toEqual([]);
      expect(measure(model)).toEqual(report);
    });

    it("does not take for nothing what is not described", () => {
      const totals = [...figuresIn(measure(mystery))].filter(([place]) => place.includes("totals."));
      expect(totals.filter(([, { value, status }]) => value === 0 && status === "exact")).toEqual([]);
    });

    it("measures any network, or throws a ModelGaugeError", () => {
      fc.assert(
        fc.property(anyNetwork, (model) => {
          const report = attempt(() => measure(model));
          expect(report === undefined ? [] : figureProblems(report)).toEqual([]);
        }),
        seeded({ numRuns: 100 }),
      );
    });
  });
}

/** What a metric needs, and what that needs; each metric once. */
function needed(metric: Metric, all: readonly Metric[]): readonly Metric[] {
  const ids = metric.kind === "layer" ? [] : (metric.needs ?? []);
  const direct = all.filter(({ id }) => ids.includes(id));
  return [...new Set([...direct.flatMap((each) => needed(each, all)), ...direct])];
}

/** The model, with graphs that nobody can write to. */
function frozen(model: Model): Model {
  return { ...model, build: (builder) => deepFreeze(model.build(builder)) };
}

/** The report, with what one metric says alone. */
function own(report: Report, { id }: Metric): Report {
  const pick = <T>(metrics: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(metrics).filter(([name]) => name === id));
  return {
    ...report,
    totals: pick(report.totals),
    tables: pick(report.tables),
    layers: report.layers.map((layer) => ({ ...layer, metrics: pick(layer.metrics), bodies: [] })),
    hardware: report.hardware.map((device) => ({
      ...device,
      totals: pick(device.totals),
      tables: pick(device.tables),
      layers: device.layers.map((layer) => ({ ...layer, metrics: pick(layer.metrics) })),
    })),
  };
}

/** Figures that the metric does not declare. */
function undeclared(report: Report, { figures }: Metric): readonly string[] {
  return [...figuresIn(report).keys()].filter((place) => {
    const name = place.split(".").at(-1)!;
    return !place.includes("tables.") && !Object.hasOwn(figures, name);
  });
}
