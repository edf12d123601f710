import { defineMetric, type Figure, figure, type HardwareMetric, reverse, UNKNOWN } from "@modelgauge/core";

/** How many samples a device handles in a second (C8). */
export const throughput: HardwareMetric<"roofline" | "upper-bound" | "estimate"> = defineMetric({
  id: "throughput",
  title: "Throughput",
  per: "hardware",
  needs: ["latency"],
  figures: {
    roofline: { unit: "samples/s", description: "batch ÷ latency.roofline" },
    "upper-bound": { unit: "samples/s", description: "batch ÷ latency.lower-bound" },
    estimate: { unit: "samples/s", description: "batch ÷ latency.estimate, where there is one" },
  },
  conventions: [{ id: "C8", text: "Throughput = batch ÷ latency, in samples per second." }],
  measure({ batch, measured }) {
    const { totals } = measured("latency");
    return {
      totals: {
        roofline: perSecond(batch, totals["roofline"]),
        "upper-bound": perSecond(batch, totals["lower-bound"]),
        ...(totals["estimate"] && { estimate: perSecond(batch, totals["estimate"]) }),
      },
    };
  },
});

/** A rate of which the time is known: a time that is at least so long is a rate that is at most so high. */
function perSecond(batch: number, time: Figure | undefined): Figure {
  return time?.value ? figure(batch / time.value, reverse(time.status)) : UNKNOWN;
}
