import type { Report } from "../analysis/report.ts";

/** Renders reports. */
export interface Reporter {
  /** Kebab-case, unique: `markdown`. */
  readonly id: string;
  readonly mediaType: string;
  /** The same report gives the same text. */
  render(report: Report): string;
}

/** Declares a reporter; contribute it to REPORTERS. */
export function defineReporter(reporter: Reporter): Reporter {
  return reporter;
}
