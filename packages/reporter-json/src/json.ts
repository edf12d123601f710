import { defineReporter, type Reporter } from "@modelgauge/core";
import stringify from "json-stringify-pretty-compact";

const LINE_WIDTH = 140;

/** The report as indented JSON, with short arrays and objects on one line. */
export const json: Reporter = defineReporter({
  id: "json",
  mediaType: "application/json",
  render: (report) => `${stringify(report, { maxLength: LINE_WIDTH, replacer: plain })}\n`,
});

/** A report, or an object that holds more beside it, as JSON on one line. */
export function jsonLine(report: object): string {
  return JSON.stringify(report, plain);
}

/** What JSON has no number for: big integers are rounded; infinities and NaN, which attributes may hold, are their names. */
function plain(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
