import { contribute, definePlugin, type Plugin, REPORTERS } from "@modelgauge/core";
import { memoryTimeline, roofline } from "./reporters.ts";

export { memoryPlot } from "./memory/memory-plot.ts";
export { memoryTimeline, roofline } from "./reporters.ts";
export { rooflinePlot } from "./roofline/roofline-plot.ts";
export { type SweepCurve, type SweepPicture, sweepPlot, type SweepPoint } from "./sweep/sweep-plot.ts";

/** Contributes the reporters `roofline` and `memory-timeline`. */
const plugin: Plugin = definePlugin("@modelgauge/plot", contribute(REPORTERS, roofline, memoryTimeline));
export default plugin;
