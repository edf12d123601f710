import type { Figure } from "@modelgauge/core";
import { readable, toLastDigit } from "./format-number.ts";
import { statusMark } from "./status-mark.ts";

/** A figure as people read it, with its status: `4.09 G`, `≥ 102.2 MB`, `unknown`. */
export function formatFigure({ value, status }: Figure, unit: string): string {
  return value === null ? "unknown" : statusMark(status) + readable(value, unit);
}

/** A figure to its last digit, with its status: `≤ 25,557,032 parameters`; empty where it is no whole number. */
export function formatFigureToLastDigit({ value, status }: Figure, unit: string): string {
  const digits = value === null ? undefined : toLastDigit(value, unit);
  return digits === undefined ? "" : statusMark(status) + digits;
}
