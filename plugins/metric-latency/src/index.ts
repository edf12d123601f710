import { contribute, definePlugin, METRICS, type Plugin } from "@modelgauge/core";
import { latency } from "./latency.ts";
import { throughput } from "./throughput.ts";

export { latency, throughput };

const plugin: Plugin = definePlugin("@modelgauge/metric-latency", contribute(METRICS, latency, throughput));
export default plugin;
