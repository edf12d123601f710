import { markdownTable } from "markdown-table";

/** A column of a table: its heading, and how its cells stand. */
export interface Column {
  readonly heading: string;
  readonly align: "left" | "right";
}

/** A column of text. */
export function left(heading: string): Column {
  return { heading, align: "left" };
}

/** A column of numbers. */
export function right(heading: string): Column {
  return { heading, align: "right" };
}

/** A GitHub table. Headings and cells are Markdown already: no bare `|`, no line break. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  return markdownTable([columns.map(({ heading }) => heading), ...rows], { align: columns.map(({ align }) => align) });
}
