import { type Figure, printable, type TableCell } from "@modelgauge/core";
import { format } from "d3-format";

const threeDigits = format(".3~s");

/** A number in groups of three digits: `5,000`. */
export const grouped: (value: number) => string = format(",");

/** A number with its unit, to three digits: `9.63 MB`, `236 µs`. Seconds have no larger unit: `7,560 s`. */
export function amount(value: number, unit: string): string {
  if (unit === "s" && value >= 1000) return `${plain(value)} s`;
  const [, digits, prefix] = /^(.*?)([yzafpnµmkMGTPEZY]?)$/.exec(threeDigits(value))!;
  return `${digits} ${prefix}${unit}`.trimEnd();
}

/** A number to three digits, without a prefix as far as it can be read: `0.5`, `7,560`, `20 M`. */
export function plain(value: number): string {
  return value < 1e7 ? grouped(Number(value.toPrecision(3))) : amount(value, "");
}

/** A number of things: `1 layer`, `3 layers`. */
export function counted(count: number, thing: string): string {
  return `${grouped(count)} ${thing}${count === 1 ? "" : "s"}`;
}

/** Part of a whole, above 0: `25 %`. */
export function share(part: number, whole: number): string {
  const percent = whole > 0 ? (100 * part) / whole : 0;
  return percent > 0 && percent < 0.5 ? "below 1 %" : `${Math.round(percent)} %`;
}

/** Operations per byte, to three digits. */
export function intensity(value: number): string {
  return `${plain(value)} OP/B`;
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerated(words: readonly string[]): string {
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter(Boolean).join(" and ");
}

/** A stranger's name, short enough for a label. */
export function shortName(name: string, limit = 32): string {
  return printable(name, limit);
}

/** The end of a layer's name, which tells it from its neighbours: `…attn/MatMul`. */
export function nameEnd(name: string, limit: number): string {
  const letters = Array.from(shortName(name, 200));
  return letters.length <= limit ? letters.join("") : `…${letters.slice(1 - limit).join("")}`;
}

/** Width of a letter in pixels, at most of most fonts. */
const LETTER = 8.5;

/** Width that a label takes at most, in pixels. Letters from Hangul on, the ideographs among them, are as wide as they are high. */
export function widthOf(label: string): number {
  return Array.from(label, (letter) => (letter < "\u1100" ? LETTER : 15)).reduce((sum, width) => sum + width, 0);
}

/** Words on lines of at most this width, in pixels; broken inside a word only where it alone is wider. */
export function wrapped(words: string, width: number): readonly string[] {
  const lines: string[] = [""];
  for (const word of words.split(" ")) {
    const longer = `${lines.at(-1)!} ${word}`.trimStart();
    if (widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(...broken(word, width));
  }
  return lines.filter(Boolean);
}

function broken(word: string, width: number): readonly string[] {
  const pieces: string[] = [""];
  for (const letter of word) {
    if (widthOf(pieces.at(-1)! + letter) > width) pieces.push("");
    pieces[pieces.length - 1] += letter;
  }
  return pieces;
}

/** Value of a figure that is one; undefined where there is no number. */
export function valueOf(fact: Figure | string | null | undefined): number | undefined {
  return typeof fact === "object" && fact !== null && fact.value !== null ? fact.value : undefined;
}

/** A cell of a table that holds words; empty where it holds something else. */
export function wordsIn(cell: TableCell | undefined): string {
  return typeof cell === "string" ? cell : "";
}
