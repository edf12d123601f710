import { symbol, symbolCircle, symbolDiamond, symbolTriangle } from "d3-shape";
import type { Area } from "../axes.ts";
import { type Label, nearest, type Place, type PlacedLabel, writtenLabel } from "../place-labels.ts";
import { element, text } from "../svg.ts";
import { amount, counted, grouped, intensity, nameEnd, share, shortName } from "../words.ts";
import { boundWords } from "./bound-shares.ts";
import type { PlacedPoint } from "./merge-points.ts";
import type { Bound } from "./timed-layers.ts";

const SHAPES = { compute: symbolCircle, memory: symbolDiamond, unknown: symbolTriangle } as const;

/** Letters that a line of a label has at most. */
const LETTERS = 20;

/** Part of the whole time from which a mark is named. */
const NOTABLE = 0.02;

/** How many of the marks that take longest are named, where there is room. */
const NAMED = 6;

/** The sign of a bound: its colour and its shape, so many square pixels large. */
export function boundSign(bound: Bound, area: number): { readonly class: string; readonly d: string; readonly fill: string } {
  return { class: bound ?? "muted", d: symbol(SHAPES[bound ?? "unknown"], area)()!, fill: "currentColor" };
}

/** Marks of layers, as large as the part of the whole time that they take. */
export function layerMarks(placed: readonly PlacedPoint[], whole: number): string {
  const marks = placed.map((point) => {
    const { x, y, seconds, bound, layers } = point;
    const [longest] = layers;
    const name = shortName(longest!.name, 80);
    const who = layers.length === 1 ? name : `${counted(layers.length, "layer")}, the longest ${name}`;
    return element(
      "path",
      { ...boundSign(bound, sizeOf(point, whole)), transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
      element("title", {}, text(`${who}: ${amount(seconds, "s")}, ${boundWords(bound)}, ${intensity(longest!.intensity)}`)),
    );
  });
  return element("g", { "fill-opacity": 0.6, stroke: "currentColor" }, ...marks);
}

/** Square pixels of a mark. */
function sizeOf({ seconds }: PlacedPoint, whole: number): number {
  return 40 + 1200 * (whole > 0 ? Math.min(1, seconds / whole) : 0);
}

/** Pixels from the middle of a mark to its edge, about. */
function radiusOf(point: PlacedPoint, whole: number): number {
  return Math.sqrt(sizeOf(point, whole) / 2);
}

/** What marks cover. */
export function markAreas(placed: readonly PlacedPoint[], whole: number): readonly Area[] {
  return placed.map((point) => {
    const radius = radiusOf(point, whole);
    return { left: point.x - radius, right: point.x + radius, top: point.y - radius, bottom: point.y + radius };
  });
}

/** Names of the layers that take longest, the longest and that of the largest mark in any case, around their marks. */
export function nameLabels(placed: readonly PlacedPoint[], whole: number): readonly Label<PlacedPoint>[] {
  const longest = placed.toSorted((a, b) => b.layers[0]!.seconds - a.layers[0]!.seconds)[0];
  const largest = placed.slice(0, NAMED).filter((point) => point === placed[0] || point.seconds >= NOTABLE * whole);
  return [...new Set(longest === undefined ? largest : [largest[0]!, longest, ...largest])].map((point) => {
    const [first, ...more] = point.layers;
    const name = nameEnd(first!.name, LETTERS);
    const part = share(point.seconds, whole);
    const lines = more.length > 0 ? [name, `and ${grouped(more.length)} more, ${part}`] : [`${name}, ${part}`];
    return {
      of: point,
      lines,
      from: point,
      needed: point === longest || point === placed[0],
      places: (width, height) => around(point, radiusOf(point, whole), width, height),
    };
  });
}

/** Directions in which a label may stand: below the roof first, then above, beside and over it. */
const DIRECTIONS: readonly (readonly [number, number])[] = [[1, 0.6], [1, 1], [-1, -0.6], [-1, -1], [0, 1], [0, -1], [1, 0], [-1, 0], [1, -1], [-1, 1]]; // prettier-ignore

function* around({ x, y }: PlacedPoint, radius: number, width: number, height: number): Generator<Place> {
  for (const away of [8, 20, 36, 56, 80, 110, 145, 190]) {
    for (const [right, down] of DIRECTIONS) {
      const [aside, below] = [right === 0 ? 0 : radius * 0.7 + away * 0.7 + width / 2, radius * 0.7 + away * 0.7 + height / 2];
      yield { x: x + right * aside, y: y + down * below };
    }
  }
}

/** Names where they found a place, with a line to the marks from which they stand apart. */
export function layerNames(labels: readonly PlacedLabel<PlacedPoint>[]): string {
  return labels
    .map((label) => {
      const { of: point, area } = label;
      const { x, y } = nearest(area, point);
      const isApart = Math.hypot(x - point.x, y - point.y) > 24;
      const leader = { class: "muted", x1: point.x, y1: point.y, x2: x, y2: y, stroke: "currentColor", "stroke-width": 0.75 };
      return (isApart ? element("line", leader) : "") + writtenLabel(label, "ink");
    })
    .join("");
}
