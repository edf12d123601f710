import { contribute, definePlugin, METRICS, type Plugin } from "@modelgauge/core";
import { type GroupCost, groupCosts } from "./group-cost.ts";
import { latency } from "./latency.ts";
import { throughput } from "./throughput.ts";

export { type GroupCost, groupCosts, latency, throughput };
export type { MovedBytes } from "./memory.ts";

const plugin: Plugin = definePlugin("@modelgauge/metric-latency", contribute(METRICS, latency, throughput));
export default plugin;
