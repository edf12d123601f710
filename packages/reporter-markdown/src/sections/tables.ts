import type { Report, Table, TableCell, TableColumn } from "@modelgauge/core";
import { codeCell, prose } from "../escape.ts";
import { formatFigure } from "../format-figure.ts";
import { left, right, table } from "../table.ts";

/** Rows up to which a table is shown whole. */
const MOST_ROWS = 40;

/** Rows that are shown of a longer one. */
const SHOWN_ROWS = 20;

/** What metrics tell in tables, each under its title; undefined where there is none. Of long ones, the rows that matter most. */
export function tables(all: Report["tables"]): string | undefined {
  const filled = Object.values(all)
    .flatMap((tables) => Object.values(tables))
    .filter(({ rows }) => rows.length > 0);
  return filled.length === 0 ? undefined : filled.map((each) => `### ${prose(each.title)}\n\n${shown(each)}`).join("\n\n");
}

function shown(table: Table): string {
  const { columns, rows } = table;
  if (rows.length <= MOST_ROWS) return rendered(table);
  const by = columns.findIndex(({ unit }) => unit !== undefined);
  const sizeOf = (row: Table["rows"][number]): number => {
    const cell = row[by];
    return typeof cell === "object" && cell !== null ? (cell.value ?? 0) : 0;
  };
  const largest = new Set(rows.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, SHOWN_ROWS));
  const which = by < 0 ? `The first ${SHOWN_ROWS}` : `The ${SHOWN_ROWS} with the largest ${prose(columns[by]!.name)}`;
  return `${rendered({ ...table, rows: rows.filter((row) => largest.has(row)) })}\n\n${which} of ${rows.length} rows; the JSON report has all.`;
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
