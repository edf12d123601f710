import type { Precision, Report, ReportTotal } from "@modelgauge/core";

/** Figures of a report, metric by metric. */
type Totals = Readonly<Record<string, Readonly<Record<string, ReportTotal>>>>;

/** The answer to one run of a sweep: a line of NDJSON. */
export interface SweepLine {
  /** Tells sweeps apart: the same for all parts of one. */
  readonly sweep: string;
  readonly run: number;
  /** Runs of the whole sweep. */
  readonly of: number;
  readonly model: string;
  readonly dims: Readonly<Record<string, number>>;
  readonly precision: Precision;
  /** Id of the device. */
  readonly device: string | null;
  readonly totals?: Totals;
  /** Figures on the device. */
  readonly hardware?: Totals;
  readonly error?: { readonly code: string; readonly message: string };
}

/** What a line tells of a report: the totals, without layers. */
export function sweptTotals(report: Report): Pick<SweepLine, "totals" | "hardware"> {
  const [device] = report.hardware;
  return { totals: report.totals, ...(device && { hardware: device.totals }) };
}
