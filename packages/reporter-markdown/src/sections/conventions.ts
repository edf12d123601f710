import type { Report } from "@modelgauge/core";
import { prose } from "../escape.ts";

/** The counting conventions that the figures follow. */
export function conventions(report: Report): string | undefined {
  const lines = Object.entries(report.conventions).map(([id, text]) => `- **${prose(id)}** ${prose(text)}`);
  return lines.length === 0 ? undefined : lines.join("\n");
}
