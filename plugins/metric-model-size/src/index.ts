import { contribute, definePlugin, METRICS, type Plugin } from "@modelgauge/core";
import { modelSize } from "./model-size.ts";

export { modelSize };

const plugin: Plugin = definePlugin("@modelgauge/metric-model-size", contribute(METRICS, modelSize));
export default plugin;
