import { contribute, definePlugin, METRICS, type Plugin } from "@modelgauge/core";
import { fit } from "./fit.ts";
import { trainingMemory } from "./training-memory.ts";

export { fit, trainingMemory };

const plugin: Plugin = definePlugin("@modelgauge/metric-memory", contribute(METRICS, fit, trainingMemory));
export default plugin;
