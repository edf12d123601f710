import type { LayerType } from "../describe/layer-type.ts";
import type { HardwareProfile } from "../hardware/profile.ts";
import type { Metric, MetricOverride } from "../metric/metric.ts";
import { defineExtensionPoint, type ExtensionPoint } from "./extension-point.ts";
import type { Frontend } from "./frontend.ts";
import type { Reporter } from "./reporter.ts";

export const LAYER_TYPES: ExtensionPoint<LayerType> = defineExtensionPoint("modelgauge/layer-types@1", ({ type }) => type);
export const METRICS: ExtensionPoint<Metric> = defineExtensionPoint("modelgauge/metrics@1", ({ id }) => id);
export const METRIC_OVERRIDES: ExtensionPoint<MetricOverride> = defineExtensionPoint(
  "modelgauge/metric-overrides@1",
  ({ metric, type }) => `${metric} of ${type}`,
);
export const HARDWARE: ExtensionPoint<HardwareProfile> = defineExtensionPoint("modelgauge/hardware@1", ({ id }) => id);
export const FRONTENDS: ExtensionPoint<Frontend> = defineExtensionPoint("modelgauge/frontends@1", ({ id }) => id);
export const REPORTERS: ExtensionPoint<Reporter> = defineExtensionPoint("modelgauge/reporters@1", ({ id }) => id);
