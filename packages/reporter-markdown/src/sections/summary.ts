import type { Report, ReportHardware } from "@modelgauge/core";
import { prose } from "../escape.ts";
import { formatFigure, formatFigureToLastDigit } from "../format-figure.ts";
import { left, right, table } from "../table.ts";

/** The figures of the whole network. */
export function summary(report: Report): string {
  return totalsTable(report.metrics, report.totals);
}

/** A row a figure, in the order of the metrics. Parts of a total that are exactly zero are left out. */
export function totalsTable(metrics: Report["metrics"], totals: ReportHardware["totals"]): string {
  const rows = Object.entries(totals).flatMap(([metric, figures]) => {
    const title = metrics[metric]?.title ?? metric;
    return Object.entries(figures).flatMap(([name, figure]) => {
      if (name !== "total" && figure.value === 0 && figure.status === "exact") return [];
      const counted = metrics[metric]?.figures[name]?.description ?? "";
      return [
        [
          prose(name === "total" ? title : `${title}, ${name}`),
          formatFigure(figure, figure.unit),
          formatFigureToLastDigit(figure, figure.unit),
          prose(counted),
        ],
      ];
    });
  });
  return table([left("figure"), right("value"), right("to the last digit"), left("what is counted")], rows);
}
