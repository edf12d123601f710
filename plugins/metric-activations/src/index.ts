import { contribute, definePlugin, METRICS, type Plugin } from "@modelgauge/core";
import { activations } from "./activations.ts";

export { activations };

const plugin: Plugin = definePlugin("@modelgauge/metric-activations", contribute(METRICS, activations));
export default plugin;
