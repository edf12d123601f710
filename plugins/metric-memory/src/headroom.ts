import { combine, type Figure, figure, reverse, type Status, UNKNOWN } from "@modelgauge/core";

/** What is left of a capacity, in bytes; below 0, what is too little. At least so much is required: at most so much is left. */
export function headroomOf(capacity: number | undefined, required: Figure): Figure {
  return capacity === undefined || required.value === null ? UNKNOWN : figure(capacity - required.value, reverse(required.status));
}

/** Whether something fits, as surely as what is left is known. */
export function fits({ value, status }: Figure): "yes" | "no" | "unknown" {
  if (value === null) return "unknown";
  const sure: Status = value >= 0 ? "at-least" : "at-most";
  return combine(status, sure) === sure ? (value >= 0 ? "yes" : "no") : "unknown";
}
