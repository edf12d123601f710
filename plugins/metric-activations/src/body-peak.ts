import { type Body, combine, type Figure } from "@modelgauge/core";

/** Whether a body runs, as far as is known. */
export function mayRun({ runs, status }: Body): boolean {
  return runs > 0 || status !== "exact";
}

/** What a body holds at most, where it is not sure to run. */
export function bodyPeak({ alternative, status }: Body, { value, status: own }: Figure): Figure {
  const unsure = alternative ? "at-most" : status === "at-least" ? "exact" : status;
  return { value, status: value === null ? own : combine(own, unsure) };
}
