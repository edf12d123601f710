import { ModelGaugeError } from "@modelgauge/core";
import { sweepPlot } from "@modelgauge/plot";
import { curvesOf, fits, latencyOf, measureOf, throughputOf } from "./sweep-curves.ts";
import type { SweepLine } from "./sweep-line.ts";

/**
 * A sweep as SVG: throughput and latency over the batch, or else the dim that is varied innermost, a curve for each network, precision and device.
 *
 * @throws ModelGaugeError `unplottable` where the sweep varies no dim, runs on no device, or no run has a throughput
 */
export function sweepPicture(lines: readonly SweepLine[]): string {
  const measure = measureOf(lines);
  const curves = curvesOf(lines, measure);
  const dim = curves[0]?.dim;
  if (dim === undefined) {
    const lacking = lines.every(({ device }) => device === null) ? "a device" : "two sizes of a dim";
    throw new ModelGaugeError({
      code: "unplottable",
      message: `a picture of a sweep needs ${lacking} at least`,
      hint: "as by --dim batch=1,2,4 --hardware nvidia-t4",
    });
  }
  return sweepPlot({
    title: `Sweep of ${[...new Set(lines.map(({ model }) => model))].join(", ")}`,
    dim,
    measure: measure === "estimate" ? "estimate" : "lower bound",
    curves: curves.map(({ name, lines: runs, knee, failure }) => ({
      name,
      knee,
      ...(failure !== undefined && { failure }),
      points: runs.map((run) => ({
        size: run.dims[dim]!,
        throughput: throughputOf(run, measure)?.value ?? Number.NaN,
        latency: latencyOf(run, measure)?.value ?? Number.NaN,
        fits: fits(run),
      })),
    })),
  });
}
