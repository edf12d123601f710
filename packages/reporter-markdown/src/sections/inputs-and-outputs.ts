import type { Report, ReportValue } from "@modelgauge/core";
import { code, codeCell } from "../escape.ts";
import { formatValue } from "../format-value.ts";
import { left, table } from "../table.ts";

/** What goes in and what comes out, and the numbers that symbolic dims were given. */
export function inputsAndOutputs({ model }: Report): string {
  const row =
    (direction: string) =>
    (value: ReportValue): string[] => [direction, codeCell(value.name), formatValue(value)];
  const values = table([left(""), left("name"), left("type")], [...model.inputs.map(row("input")), ...model.outputs.map(row("output"))]);
  const bindings = Object.entries(model.bindings).map(([name, size]) => `${code(name)} = ${size}`);
  return bindings.length === 0 ? values : `${values}\n\nDimensions: ${bindings.join(", ")}.`;
}
