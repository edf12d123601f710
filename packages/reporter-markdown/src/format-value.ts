import { formatShape, type ReportValue } from "@modelgauge/core";
import { statusMark } from "./status-mark.ts";

/** Type of a value: `float32 1×3×224×224`, `≤ int64 100×2` where sizes are a bound, `sequence`. */
export function formatValue(value: ReportValue): string {
  if (value.kind !== undefined) return value.kind === "unknown" ? "unknown type" : value.kind;
  return `${statusMark(value.status ?? "exact")}${value.dtype} ${formatShape(value.shape)}`;
}
