import type { Report } from "@modelgauge/core";
import { codeCell } from "../escape.ts";
import { left, right, table } from "../table.ts";

/** How many layers are described, and what the others are. */
export function coverage({ coverage: { layers, described, undescribed } }: Report): string {
  const text = `${described} of ${layers} layers are described.`;
  if (undescribed.length === 0) return text;
  const rows = undescribed.map(({ operator, layers }) => [codeCell(operator), String(layers)]);
  return `${text} What the others do is unknown; every total that they touch is a lower bound.\n\n${table([left("operator"), right("layers")], rows)}`;
}
