export { createGauge, type GaugeOptions } from "./create-gauge.ts";
export type { AnalyzeOptions, Gauge, OpenModel } from "./gauge.ts";
