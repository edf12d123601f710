import { contribute, definePlugin, METRICS, type Plugin } from "@modelgauge/core";
import { effectiveMacs } from "./effective-macs.ts";
import { macs } from "./macs.ts";

export { effectiveMacs, macs };

const plugin: Plugin = definePlugin("@modelgauge/metric-macs", contribute(METRICS, macs, effectiveMacs));
export default plugin;
