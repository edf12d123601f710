import { formatPrecision, type Report, type ReportValue } from "@modelgauge/core";
import { code, codeCell, codeMessage } from "../escape.ts";
import { formatValue } from "../format-value.ts";
import { left, table } from "../table.ts";

/** What goes in and what comes out, the numbers that symbolic dims were given, and the precision that was asked for. */
export function inputsAndOutputs({ model }: Report): string {
  const row =
    (direction: string) =>
    (value: ReportValue): string[] => [direction, codeCell(value.name), formatValue(value)];
  const values = table([left(""), left("name"), left("type")], [...model.inputs.map(row("input")), ...model.outputs.map(row("output"))]);
  const bindings = Object.entries(model.bindings).map(([name, size]) => `${code(name)} = ${size}`);
  return [
    values,
    ...(bindings.length > 0 ? [`Dimensions: ${bindings.join(", ")}.`] : []),
    ...(model.precision === undefined
      ? []
      : [`What if: ${codeMessage(formatPrecision(model.precision))}, in place of the file's floating-point types.`]),
  ].join("\n\n");
}
