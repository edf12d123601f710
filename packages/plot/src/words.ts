import { type Figure, printable, type TableCell } from "@modelgauge/core";
import { format } from "d3-format";

const threeDigits = format(".3~s");

/** A number with its unit, to three digits: `9.63 MB`, `236 µs`. */
export function amount(value: number, unit: string): string {
  const [, digits, prefix] = /^(.*?)([yzafpnµmkMGTPEZY]?)$/.exec(threeDigits(value))!;
  return `${digits} ${prefix}${unit}`.trimEnd();
}

/** A number of things: `1 layer`, `3 layers`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** Operations per byte, to three digits. */
export function intensity(value: number): string {
  return `${Number(value.toPrecision(3))} OP/B`;
}

/** A stranger's name, short enough for a label. */
export function shortName(name: string, limit = 32): string {
  return printable(name, limit);
}

/** Width that a label takes at most, in pixels: letters of 12 pixels are seldom wider than 7. */
export function widthOf(label: string): number {
  return Array.from(label).length * 7;
}

/** Value of a figure that is one; undefined where there is no number. */
export function valueOf(fact: Figure | string | null | undefined): number | undefined {
  return typeof fact === "object" && fact !== null && fact.value !== null ? fact.value : undefined;
}

/** A cell of a table that holds words; empty where it holds something else. */
export function wordsIn(cell: TableCell | undefined): string {
  return typeof cell === "string" ? cell : "";
}
