import type { Figure, Report, ReportHardware } from "@modelgauge/core";
import { code, codeCell, prose } from "../escape.ts";
import { formatFigure } from "../format-figure.ts";
import { left, right, table } from "../table.ts";
import { diagnostics } from "./diagnostics.ts";
import { totalsTable } from "./summary.ts";
import { tables } from "./tables.ts";

/** What the network does on one device: its totals and what these rest on, tables, and what metrics say of each layer. */
export function hardware({ metrics, diagnostics: all }: Report, device: ReportHardware): string {
  const parts = [
    `## On ${prose(device.name)} (${code(device.id)})`,
    totalsTable(metrics, device.totals),
    diagnostics(all.filter((each) => each.hardware === device.id)),
    tables(device.tables),
    device.layers.length === 0 ? undefined : `### Layer by layer\n\n${layersTable(metrics, device)}`,
  ];
  return parts.filter((part) => part !== undefined).join("\n\n");
}

function layersTable(metrics: Report["metrics"], { layers }: ReportHardware): string {
  const columns = new Map<string, { readonly metric: string; readonly name: string; isText: boolean }>();
  for (const layer of layers) {
    for (const [metric, facts] of Object.entries(layer.metrics)) {
      for (const [name, fact] of Object.entries(facts))
        columns.set(`${metric} ${name}`, { metric, name, isText: typeof fact === "string" });
    }
  }
  const cell = (fact: Figure | string | undefined, unit: string): string => {
    if (fact === undefined) return "";
    return typeof fact === "string" ? codeCell(fact) : formatFigure(fact, unit);
  };
  const shown = [...columns.values()];
  return table(
    [
      left("layer"),
      ...shown.map(({ metric, name, isText }) => {
        const title = metrics[metric]?.title ?? metric;
        return (isText ? left : right)(prose(name === "total" ? title : `${title}, ${name}`));
      }),
    ],
    layers.map((layer) => [
      codeCell(layer.name),
      ...shown.map(({ metric, name }) => cell(layer.metrics[metric]?.[name], metrics[metric]?.figures[name]?.unit ?? "")),
    ]),
  );
}
