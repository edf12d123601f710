import { ModelGaugeError } from "../error/model-gauge-error.ts";
import type { Bindings } from "../describe/bindings.ts";
import { type DeclaredInput, startGraph } from "../describe/graph-builder.ts";
import { isDType } from "../ir/dtype.ts";
import type { LayerType } from "../describe/layer-type.ts";
import type { HardwareProfile } from "../hardware/profile.ts";
import type { Metric, MetricOverride } from "../metric/metric.ts";
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
 * @throws ModelGaugeError `unknown-input` where an override names no input of the model; `invalid-input` and `invalid-dim` where it gives
 *   what is no type or size; whatever building throws
 */
export function analyzeModel(model: Model, bindings: Bindings, parts: AnalysisParts): Report {
  checkBindings(model, bindings);
  const dims = { ...dimsOfOverrides(model.inputs, bindings.inputs), ...bindings.dims };
  const { builder, record } = startGraph(model.name, parts.layerTypes, { ...bindings, dims });
  const graph = model.build(builder);
  const { diagnostics, bound } = record();
  const unused = Object.keys(bindings.dims ?? {}).filter((name) => !Object.hasOwn(bound, name));
  const metrics = orderMetrics(parts.metrics);
  const measurements = measureGraph(graph, metrics, parts.overrides, parts.hardware);
  return writeReport({
    model,
    source: parts.source,
    graph,
    bound,
    metrics,
    measurements,
    diagnostics: [
      ...unused.map((name) => ({
        severity: "warning" as const,
        code: "unknown-dim",
        message: `the model has no dim "${name}"${listed(Object.keys(bound))}`,
      })),
      ...diagnostics,
      ...diagnosticsOf(measurements),
    ],
  });
}

/** The numbers that overridden inputs give to the named dims that the file declares for them; the first input counts. */
function dimsOfOverrides(declared: readonly DeclaredInput[], overrides: Bindings["inputs"] = {}): Readonly<Record<string, number>> {
  const found = declared.flatMap(({ name, shape }) => {
    const sizes = Object.hasOwn(overrides, name) ? overrides[name]!.shape : undefined;
    if (shape === undefined || sizes?.length !== shape.length) return [];
    return shape.flatMap((dim, axis) => (typeof dim === "string" ? [[dim, sizes[axis]!] as const] : []));
  });
  return Object.fromEntries(found.toReversed());
}

function checkBindings({ inputs }: Model, bindings: Bindings): void {
  const names = inputs.map((input) => input.name);
  for (const [name, { dtype, shape }] of Object.entries(bindings.inputs ?? {})) {
    if (!names.includes(name))
      throw new ModelGaugeError({ code: "unknown-input", message: `the model has no input "${name}"${listed(names)}` });
    if (dtype !== undefined && !isDType(dtype))
      throw new ModelGaugeError({ code: "invalid-input", message: `input "${name}": there is no dtype "${String(dtype)}"` });
    const wrong = shape?.find((size) => !Number.isSafeInteger(size) || size < 0);
    if (wrong !== undefined)
      throw new ModelGaugeError({ code: "invalid-input", message: `input "${name}": sizes must be whole numbers from 0, not ${wrong}` });
  }
  for (const [name, size] of Object.entries(bindings.dims ?? {})) {
    if (!Number.isSafeInteger(size) || size < 0)
      throw new ModelGaugeError({ code: "invalid-dim", message: `dim "${name}" must be a whole number from 0, not ${size}` });
  }
}

function listed(names: readonly string[]): string {
  return names.length === 0
    ? ""
    : `; it has ${names
        .slice(0, 20)
        .map((name) => `"${name}"`)
        .join(", ")}${names.length > 20 ? ", …" : ""}`;
}
