import type { Area } from "./axes.ts";
import { element, text } from "./svg.ts";
import { widthOf } from "./words.ts";

/** Height of a line in pixels. */
const LINE = 18;

/** Square pixels that a label may cover without harm. */
const FREE = 4;

/** Where the middle of a label may stand, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A label that is wanted. */
export interface Label<T> {
  readonly of: T;
  readonly lines: readonly string[];
  /** Where it may stand, the best first; moved inside the area where it would reach out of it. */
  readonly places: (width: number, height: number) => Iterable<Place>;
  /** What it belongs to, if it is joined to that by a line. */
  readonly from?: Place;
  /** Whether it is there even where it covers something. */
  readonly needed: boolean;
}

/** A label where it stands. */
export interface PlacedLabel<T> {
  readonly of: T;
  readonly lines: readonly string[];
  /** What it covers. */
  readonly area: Area;
}

/**
 * Places labels one after another, each where it covers the least of others and of what must be seen; those that need not be only where
 * they cover nothing.
 */
export function placeLabels<T>(labels: readonly Label<T>[], seen: readonly Area[], within: Area): readonly PlacedLabel<T>[] {
  const placed: PlacedLabel<T>[] = [];
  // Lines to labels may cross what is seen, but not labels.
  const written: Area[] = [];
  for (const { of, lines, needed, places, from } of labels) {
    const width = Math.max(...lines.map(widthOf));
    const height = lines.length * LINE;
    let best: { readonly area: Area; readonly line: readonly Area[]; readonly covered: number } | undefined;
    for (const place of places(width, height)) {
      const x = inside(place.x, width, within.left, within.right);
      const y = inside(place.y, height, within.top, within.bottom);
      const area = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
      const line = from === undefined ? [] : lineAreas(from, nearest(area, from));
      const covered = sum(area, seen) + sum(area, written) + line.reduce((all, piece) => all + sum(piece, written), 0);
      if (covered < (best?.covered ?? Infinity)) best = { area, line, covered };
      if (covered < FREE) break;
    }
    if (best === undefined || (best.covered >= FREE && !needed)) continue;
    written.push(best.area, ...best.line);
    placed.push({ of, lines, area: best.area });
  }
  return placed;
}

/** The point of an area that is nearest to a place. */
export function nearest({ left, right, top, bottom }: Area, { x, y }: Place): Place {
  return { x: Math.max(left, Math.min(x, right)), y: Math.max(top, Math.min(y, bottom)) };
}

/** What a line covers, in small pieces. */
export function lineAreas(from: Place, to: Place): readonly Area[] {
  const pieces = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6);
  return Array.from({ length: pieces }, (_, piece) => {
    const part = piece / pieces;
    const [x, y] = [from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)];
    return { left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 };
  });
}

/** Square pixels that an area shares with others, one after another. */
function sum(area: Area, others: readonly Area[]): number {
  return others.reduce((all, other) => all + overlap(area, other), 0);
}

function inside(middle: number, size: number, from: number, to: number): number {
  return Math.max(from + size / 2, Math.min(middle, to - size / 2));
}

/** Square pixels that two areas share. */
function overlap(a: Area, b: Area): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Writes a label over what is below. */
export function writtenLabel({ lines, area }: PlacedLabel<unknown>, colour: string): string {
  const x = (area.left + area.right) / 2;
  return lines
    .map((words, index) =>
      element("text", { class: `${colour} over`, x, y: area.top + index * LINE + 14, "text-anchor": "middle" }, text(words)),
    )
    .join("");
}
