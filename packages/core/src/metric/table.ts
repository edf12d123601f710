import type { Figure } from "./figure.ts";

/** One column of a {@link Table}. */
export interface TableColumn {
  /** Kebab-case, unique in its table. */
  readonly name: string;
  /** Of its figures; absent for text. */
  readonly unit?: string;
  /** One clause: what stands in it. */
  readonly description: string;
}

/** A text, a figure, or nothing. */
export type TableCell = string | Figure | null;

/** What a metric tells that is neither one figure of the model nor one of each layer. */
export interface Table {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  /** A cell for each column. */
  readonly rows: readonly (readonly TableCell[])[];
}

/** Tables by name. */
export type Tables = Readonly<Record<string, Table>>;
