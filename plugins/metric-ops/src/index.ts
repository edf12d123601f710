import { contribute, definePlugin, METRICS, type Plugin } from "@modelgauge/core";
import { flops } from "./flops.ts";
import { ops } from "./ops.ts";
import { work } from "./work.ts";

export { flops, ops, work };

const plugin: Plugin = definePlugin("@modelgauge/metric-ops", contribute(METRICS, flops, ops, work));
export default plugin;
