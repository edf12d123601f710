import type {
  Bindings,
  BuiltModel,
  DeclaredInput,
  Frontend,
  HardwareProfile,
  LayerType,
  Metric,
  Report,
  Reporter,
  Source,
  WeightInspection,
} from "@modelgauge/core";

/** Under what a model is analysed, and what for. */
export interface AnalyzeOptions extends Bindings {
  /** Devices: ids of contributed profiles, or profiles. */
  readonly hardware?: readonly (string | HardwareProfile)[];
  /** Ids of the metrics to measure, those that they need included; all where absent. */
  readonly metrics?: readonly string[];
}

/** How {@link Gauge.analyze} reads a model. */
export interface ReadOptions extends AnalyzeOptions {
  /** Whether to look into the elements of stored tensors, and how far; not at all where absent. */
  readonly inspectWeights?: WeightInspection;
}

/** A model that was parsed once and may be analysed many times. */
export interface OpenModel {
  readonly name: string;
  /** Id of the frontend that read it. */
  readonly format: string;
  /** As the source declares them; dims may be names. */
  readonly inputs: readonly DeclaredInput[];
  /**
   * @throws ModelGaugeError where options or model are wrong, the source's name in front; `unknown-hardware`; `unknown-metric`
   */
  analyze(options?: AnalyzeOptions): Report;
  /**
   * Builds the graph that an analysis measures.
   *
   * @throws ModelGaugeError where bindings or model are wrong, the source's name in front
   */
  build(bindings?: Bindings): BuiltModel;
  /**
   * Looks into the elements of stored tensors, for analyses to come; the source must still be open.
   *
   * @throws ModelGaugeError `no-weights` where the format's frontend cannot
   */
  inspectWeights(inspection: WeightInspection): Promise<void>;
}

/** Plugins wired together. */
export interface Gauge {
  /**
   * Parses and analyses a model.
   *
   * @param source a file, or an object of a format's own library
   * @throws ModelGaugeError as `open` and {@link OpenModel.analyze} do
   */
  analyze(source: Source | object, options?: ReadOptions): Promise<Report>;
  /**
   * Parses a model. Its source may be closed afterwards.
   *
   * @throws ModelGaugeError `unknown-format`, or what the format's frontend throws, the source's name in front
   */
  open(source: Source | object): Promise<OpenModel>;
  /**
   * Renders a report.
   *
   * @throws ModelGaugeError `unknown-reporter`
   */
  render(report: Report, reporter: string): string;
  /**
   * A device's profile, by its id or as it is.
   *
   * @throws ModelGaugeError `unknown-hardware`, with the nearest id; `invalid-profile`
   */
  profile(device: string | HardwareProfile): HardwareProfile;
  /** What the plugins contribute, in their order. */
  readonly frontends: readonly Frontend[];
  readonly hardware: readonly HardwareProfile[];
  readonly layerTypes: readonly LayerType[];
  readonly metrics: readonly Metric[];
  readonly reporters: readonly Reporter[];
}
