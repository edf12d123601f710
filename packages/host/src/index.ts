export { createGauge, type GaugeOptions } from "./create-gauge.ts";
export type { AnalyzeOptions, Gauge, OpenModel, ReadOptions } from "./gauge.ts";
