import type { Report, Table, TableCell, TableColumn } from "@modelgauge/core";
import { codeCell, prose } from "../escape.ts";
import { formatFigure } from "../format-figure.ts";
import { left, right, table } from "../table.ts";

/** Rows up to which a table is shown; the JSON report has longer ones. */
const MOST_ROWS = 40;

/** What metrics tell in tables, each under its title; undefined where there is none. */
export function tables(all: Report["tables"]): string | undefined {
  const shown = Object.values(all)
    .flatMap((tables) => Object.values(tables))
    .filter(({ rows }) => rows.length > 0 && rows.length <= MOST_ROWS);
  return shown.length === 0 ? undefined : shown.map((each) => `### ${prose(each.title)}\n\n${rendered(each)}`).join("\n\n");
}

function rendered({ columns, rows }: Table): string {
  return table(
    columns.map(({ name, unit }) => (unit === undefined ? left : right)(prose(name))),
    rows.map((row) => columns.map((column, index) => cellOf(row[index] ?? null, column))),
  );
}

function cellOf(cell: TableCell, { unit = "" }: TableColumn): string {
  if (cell === null) return "";
  return typeof cell === "string" ? codeCell(cell) : formatFigure(cell, unit);
}
