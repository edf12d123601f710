import { defineReporter, type Reporter } from "@modelgauge/core";
import { escapeUnseen } from "./escape-unseen.ts";
import { prettyJson } from "./pretty-json.ts";

const LINE_WIDTH = 140;

/** The report as indented JSON, with short arrays and objects on one line. */
export const json: Reporter = defineReporter({
  id: "json",
  mediaType: "application/json",
  render: (report) => `${escapeUnseen(prettyJson(report, LINE_WIDTH, plain))}\n`,
});

/** A report, or an object that holds more beside it, as JSON on one line. */
export function jsonLine(report: object): string {
  return escapeUnseen(JSON.stringify(report, (_key, value: unknown) => plain(value)));
}

/** What JSON has no number for: big integers are rounded; infinities and NaN, which attributes may hold, are their names. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
