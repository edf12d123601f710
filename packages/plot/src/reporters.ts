import { defineReporter, ModelGaugeError, type Reporter } from "@modelgauge/core";
import { memoryPlot } from "./memory/memory-plot.ts";
import { rooflinePlot } from "./roofline/roofline-plot.ts";

/** The memory timeline of a report, as SVG. */
export const memoryTimeline: Reporter = defineReporter({
  id: "memory-timeline",
  mediaType: "image/svg+xml",
  render: (report) => memoryPlot(report),
});

/** The roofline of a report that tells of one device, as SVG. */
export const roofline: Reporter = defineReporter({
  id: "roofline",
  mediaType: "image/svg+xml",
  render: (report) => {
    const [device, ...others] = report.hardware;
    if (device !== undefined && others.length === 0) return rooflinePlot(report, device);
    throw new ModelGaugeError({
      code: "unplottable",
      message: `a roofline shows one device; the report tells of ${report.hardware.length === 0 ? "none" : report.hardware.map(({ id }) => id).join(", ")}`,
      hint: "name one device, as by --hardware nvidia-t4",
    });
  },
});
