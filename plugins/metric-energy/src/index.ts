import { contribute, definePlugin, METRICS, type Plugin } from "@modelgauge/core";
import { energy } from "./energy.ts";

export { energy };

const plugin: Plugin = definePlugin("@modelgauge/metric-energy", contribute(METRICS, energy));
export default plugin;
