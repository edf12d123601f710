import type { Report } from "@modelgauge/core";
import tfjs from "@modelgauge/frontend-tfjs";
import { createGauge, type Gauge, type ReadOptions } from "@modelgauge/host";
import layers from "@modelgauge/layers";
import activations from "@modelgauge/metric-activations";
import macs from "@modelgauge/metric-macs";
import modelSize from "@modelgauge/metric-model-size";
import ops from "@modelgauge/metric-ops";
import params from "@modelgauge/metric-params";

const gauge: Gauge = createGauge({ plugins: [layers, tfjs, macs, ops, params, activations, modelSize] });

/** Analyses a model from memory: artifacts of TensorFlow.js, or a file. */
export function analyzeTfjs(model: Parameters<Gauge["analyze"]>[0], options: ReadOptions = {}): Promise<Report> {
  return gauge.analyze(model, options);
}

/** Shape of an output, or of a layer's tensor, by its name; undefined where it is unknown. */
export function shapeOf(report: Report, tensor: string): readonly number[] | undefined {
  const all = [...report.layers.flatMap(({ outputs }) => outputs), ...report.model.outputs];
  const found = all.findLast(({ name }) => name === tensor);
  return found !== undefined && found.kind === undefined ? found.shape : undefined;
}

/** Parameters and buffers, of which TensorFlow.js' countParams makes one number. */
export function storedElements({ totals }: Report): number {
  return (totals["params"]?.["total"]?.value ?? NaN) + (totals["params"]?.["buffers"]?.value ?? NaN);
}

/** Messages of what a reader is warned of. */
export function warnings({ diagnostics }: Report): readonly string[] {
  return diagnostics.filter(({ severity }) => severity === "warning").map(({ message }) => message);
}
