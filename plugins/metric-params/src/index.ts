import { contribute, definePlugin, METRICS, type Plugin } from "@modelgauge/core";
import { params } from "./params.ts";

export { params };

const plugin: Plugin = definePlugin("@modelgauge/metric-params", contribute(METRICS, params));
export default plugin;
