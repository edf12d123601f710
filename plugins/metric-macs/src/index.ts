import { contribute, definePlugin, METRICS, type Plugin } from "@modelgauge/core";
import { macs } from "./macs.ts";

export { macs };

const plugin: Plugin = definePlugin("@modelgauge/metric-macs", contribute(METRICS, macs));
export default plugin;
