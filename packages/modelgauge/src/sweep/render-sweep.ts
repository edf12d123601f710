import { ModelGaugeError } from "@modelgauge/core";
import type { PartLine } from "./read-parts.ts";

/** Forms of a sweep's answers. */
export const SWEEP_FORMS = ["ndjson", "markdown", "svg"] as const;

/** A form of a sweep's answers. */
export type SweepForm = (typeof SWEEP_FORMS)[number];

/**
 * A whole sweep in some form.
 *
 * @throws ModelGaugeError `invalid-sweep` where there is no run; `unplottable` where no run has a throughput
 */
export async function renderSweep(lines: readonly PartLine[], form: SweepForm): Promise<string> {
  if (lines.length === 0) throw new ModelGaugeError({ code: "invalid-sweep", message: "there is no run" });
  if (form === "ndjson") return lines.map(({ text }) => `${text}\n`).join("");
  if (form === "svg") {
    const { sweepPicture } = await import("./sweep-picture.ts");
    return sweepPicture(lines.map(({ line }) => line));
  }
  const { sweepTable } = await import("./sweep-table.ts");
  return sweepTable(lines.map(({ line }) => line));
}
