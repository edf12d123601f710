import type { Status } from "@modelgauge/core";

const MARKS: Readonly<Record<Status, string>> = { exact: "", "at-most": "≤ ", "at-least": "≥ ", estimate: "≈ ", unknown: "" };

/** What stands in front of a number to tell how far it is to be trusted. */
export function statusMark(status: Status): string {
  return MARKS[status];
}
