import type { Figure, Report } from "@modelgauge/core";
import { prose } from "./escape.ts";
import { formatFigure } from "./format-figure.ts";
import { type Column, right } from "./table.ts";

/** A figure that layers have, as a column of a table. */
export interface FigureColumn {
  readonly metric: string;
  readonly figure: string;
  readonly unit: string;
  readonly column: Column;
}

/** The total of each metric that says something of layers. */
export function layerTotals({ metrics, layers }: Report): readonly FigureColumn[] {
  return Object.entries(metrics).flatMap(([metric, { title, figures }]) => {
    const total = figures["total"];
    const said = layers.some((layer) => layer.metrics[metric]?.["total"] !== undefined);
    return total === undefined || !said ? [] : [{ metric, figure: "total", unit: total.unit, column: right(prose(title)) }];
  });
}

/** The cell of a figure, empty where there is none. */
export function figureCell(figure: Figure | undefined, unit: string): string {
  return figure === undefined ? "" : formatFigure(figure, unit);
}
