import type { Diagnostic } from "../error/diagnostic.ts";
import type { Description } from "../ir/description.ts";
import type { Graph, Layer } from "../ir/graph.ts";
import type { HardwareProfile } from "../hardware/profile.ts";
import type { Convention, Figure, FigureType } from "./figure.ts";
import type { Tables } from "./table.ts";

/** A layer that something describes, as a metric sees it. */
export interface DescribedLayer extends Layer {
  readonly description: Description;
}

/** What counts one layer: a plain number takes the layer's own status. */
export type LayerCount<Name extends string> = (context: {
  readonly layer: DescribedLayer;
  readonly description: Description;
}) => Readonly<Record<Name, number | Figure>>;

interface MetricHead<Name extends string> {
  /** Kebab-case, unique; the key in reports. */
  readonly id: string;
  readonly title: string;
  /** Every figure of the model and of layers; one of layers alone has no total. */
  readonly figures: Readonly<Record<Name, FigureType>>;
  readonly conventions?: readonly Convention[];
}

/** A metric whose total is the sum over layers. */
export interface LayerMetric<Name extends string = string> extends MetricHead<Name> {
  readonly kind: "layer";
  readonly layer: LayerCount<Name>;
}

/** Figures of a model, and of its layers where a layer has a share of its own. */
export interface Measurement<Name extends string = string> {
  readonly totals: Readonly<Partial<Record<Name, Figure>>>;
  /** Figures by the names that the metric declares, and facts that are no figures, as strings. */
  readonly layers?: ReadonlyMap<Layer, Readonly<Record<string, Figure | string>>>;
  readonly tables?: Tables;
  /** What a reader must know of these figures: what they rest on, where they are not what was asked for. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** What a metric that is no sum over layers may look at. */
export interface Analysis {
  readonly graph: Graph;
  /** What a metric named in `needs` measured. With hardware at hand, also what other metrics measured on it. */
  readonly measured: (metric: string) => Measurement;
  /** Number of samples that one run handles: the first dimension of the first input, where the caller does not tell it. */
  readonly batch: number;
}

/** A metric that is no sum over layers. */
export interface ModelMetric<Name extends string = string> extends MetricHead<Name> {
  readonly kind: "model";
  /** Ids of the metrics that must be measured before. */
  readonly needs?: readonly string[];
  readonly measure: (analysis: Analysis) => Measurement<Name>;
}

/** A metric of a model on a device. */
export interface HardwareMetric<Name extends string = string> extends MetricHead<Name> {
  readonly kind: "hardware";
  readonly needs?: readonly string[];
  readonly measure: (analysis: Analysis, profile: HardwareProfile) => Measurement<Name>;
}

/** Anything that turns an analysis into named figures. */
export type Metric = LayerMetric | ModelMetric | HardwareMetric;

/** How one metric counts the layers of one type, in place of what it says itself. */
export interface MetricOverride {
  readonly metric: string;
  readonly type: string;
  readonly layer: LayerCount<string>;
}

/** Declares a metric whose total is the sum over layers; contribute it to METRICS. */
export function defineLayerMetric<Name extends string>(definition: Omit<LayerMetric<Name>, "kind">): LayerMetric<Name> {
  return { ...definition, kind: "layer" };
}

/** Declares a metric that is no sum over layers, or that belongs to a device (`per: "hardware"`); contribute it to METRICS. */
export function defineMetric<Name extends string>(
  definition: Omit<HardwareMetric<Name>, "kind"> & { readonly per: "hardware" },
): HardwareMetric<Name>;
export function defineMetric<Name extends string>(
  definition: Omit<ModelMetric<Name>, "kind"> & { readonly per?: undefined },
): ModelMetric<Name>;
// oxlint-disable-next-line typescript/no-explicit-any -- the overloads above tell what goes in and comes out
export function defineMetric({ per, ...definition }: Omit<HardwareMetric<any>, "kind"> & { readonly per?: "hardware" | undefined }): any {
  return { ...definition, kind: per ?? "model" };
}

/** Declares how one metric counts the layers of one type; contribute it to METRIC_OVERRIDES. */
export function defineMetricOverride(override: MetricOverride): MetricOverride {
  return override;
}
