import type { ScaleLogarithmic } from "d3-scale";
import { line } from "d3-shape";
import type { Area } from "../axes.ts";
import { type Label, lineAreas, type Place } from "../place-labels.ts";
import { element } from "../svg.ts";
import { amount, enumerated, intensity } from "../words.ts";
import type { Roof } from "./roofs.ts";

type Scale = ScaleLogarithmic<number, number>;

/** A roof in a picture: points in pixels, the slope's first where there is one. */
export interface RoofLine {
  readonly roof: Roof;
  /** Under which most of the time is spent. */
  readonly isMain: boolean;
  readonly corners: readonly Place[];
  /** Where slope and peak meet; undefined where the bandwidth is not known. */
  readonly ridge: Place | undefined;
}

/** Places roofs; the first is the main one. */
export function roofLines(roofs: readonly Roof[], x: Scale, y: Scale): readonly RoofLine[] {
  const [least, most] = x.domain() as [number, number];
  const lowest = y.domain()[0]!;
  return roofs.map((roof, index) => {
    const { peak, bandwidth } = roof;
    const at = (operationsPerByte: number, rate: number): Place => ({ x: x(operationsPerByte), y: y(rate) });
    const flat = [at(bandwidth === undefined ? least : peak / bandwidth, peak), at(most, peak)];
    const slope = bandwidth === undefined ? [] : [at(Math.max(least, lowest / bandwidth), Math.max(lowest, least * bandwidth))];
    return { roof, isMain: index === 0, corners: [...slope, ...flat], ridge: bandwidth === undefined ? undefined : flat[0] };
  });
}

/** What lines of a roof cover, in small pieces. */
export function roofAreas({ corners }: RoofLine): readonly Area[] {
  return corners.slice(1).flatMap((to, index) => lineAreas(corners[index]!, to));
}

/** What is written at a roof: its peak, and, at the main one, what its slope and its ridge are. */
export function roofLabels({ roof, isMain, corners, ridge }: RoofLine, bottom: number): readonly Label<RoofLine["isMain"]>[] {
  const { dtypes, peak, bandwidth, memory } = roof;
  const [from, to] = corners.slice(-2) as [Place, Place];
  const peakLabel = {
    of: isMain,
    lines: [`${enumerated(dtypes)} ${amount(peak, "OP/s")}`],
    needed: true,
    places: (width: number) => atFlat(from, to, width),
  };
  if (!isMain || bandwidth === undefined || ridge === undefined) return [peakLabel];
  const foot = [12, 34, 56, 78];
  return [
    peakLabel,
    {
      of: isMain,
      lines: [`${memory} ${amount(bandwidth, "B/s")}`],
      needed: true,
      places: (width) => atSlope(corners[0]!, ridge, width),
    },
    {
      of: isMain,
      lines: [`ridge at ${intensity(peak / bandwidth)}`],
      needed: true,
      places: (width) => foot.flatMap((up) => [1, -1].map((side) => ({ x: ridge.x + side * (width / 2 + 6), y: bottom - up }))),
    },
  ];
}

/** Over the flat part, or else under it; as far right as can be. */
function* atFlat(from: Place, to: Place, width: number): Generator<Place> {
  for (const down of [-13, -22, 14, -31, 24])
    for (let x = to.x - width / 2; x >= Math.min(from.x + width / 2, to.x - width / 2); x -= 20) yield { x, y: to.y + down };
}

/** Left of the slope or right of it, in its middle or near. */
function* atSlope(from: Place, to: Place, width: number): Generator<Place> {
  for (const part of [0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2])
    for (const side of [-1, 1])
      yield { x: from.x + part * (to.x - from.x) + side * (width / 2 + 14), y: from.y + part * (to.y - from.y) + side * 10 };
}

/** Draws a roof; down to here, the main one's ridge. */
export function drawnRoof({ isMain, corners, ridge }: RoofLine, bottom: number): string {
  const path = line<Place>(
    (corner) => corner.x,
    (corner) => corner.y,
  ).digits(1);
  const stroke = { fill: "none", stroke: "currentColor" };
  return element(
    "g",
    { class: isMain ? "ink" : "muted" },
    element("path", { ...stroke, d: path(corners)!, "stroke-width": isMain ? 2 : 1, "stroke-dasharray": isMain ? undefined : "6 3" }),
    isMain && ridge !== undefined
      ? element("line", { ...stroke, x1: ridge.x, y1: ridge.y, x2: ridge.x, y2: bottom, "stroke-dasharray": "2 3" })
      : "",
  );
}
