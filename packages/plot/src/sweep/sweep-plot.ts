import { ModelGaugeError } from "@modelgauge/core";
import { type ScaleLogarithmic, scaleLog } from "d3-scale";
import { line } from "d3-shape";
import { type Area, axes } from "../axes.ts";
import { heading } from "../heading.ts";
import { DEFAULT_SIZE, idOf, picture, type PictureSize } from "../picture.ts";
import { SERIES } from "../style.ts";
import { element, text } from "../svg.ts";
import { logTicks } from "../ticks.ts";
import { amount, shortName } from "../words.ts";

/** One point of a curve. */
export interface SweepPoint {
  /** Size of the dim that is swept, above 0. */
  readonly size: number;
  /** Samples per second. */
  readonly throughput: number;
  /** Seconds. */
  readonly latency: number;
  /** Whether it fits the device's memory; undefined where that is not known. */
  readonly fits: boolean | undefined;
}

/** What a network does on a device as one dim grows. */
export interface SweepCurve {
  readonly name: string;
  /** By size. */
  readonly points: readonly SweepPoint[];
  /** Size from which throughput hardly grows. */
  readonly knee: number | undefined;
}

/** A sweep over one dim. */
export interface SweepPicture {
  readonly title: string;
  /** Name of the dim: `batch`. */
  readonly dim: string;
  /** What latencies are: `lower bound`, `estimate`. */
  readonly measure: string;
  readonly curves: readonly SweepCurve[];
}

const LEGEND_LINE = 18;

/**
 * Curves of throughput and latency over the sizes of one dim: the knee of each ringed, what does not fit the device's memory dashed.
 *
 * @throws ModelGaugeError `unplottable` where no curve has a point
 */
export function sweepPlot({ title, dim, measure, curves }: SweepPicture, size: PictureSize = DEFAULT_SIZE): string {
  const drawn = curves.map((curve) => ({ ...curve, points: curve.points.filter(isDrawn) })).filter(({ points }) => points.length > 0);
  if (drawn.length === 0) throw new ModelGaugeError({ code: "unplottable", message: "no run of the sweep has a throughput" });
  const columns = size.width >= 640 ? 2 : 1;
  const bottom = size.height - 60 - Math.ceil(drawn.length / columns) * LEGEND_LINE;
  const side = size.width >= 640;
  const middle = side ? size.width / 2 : 66 + (bottom - 66) / 2;
  const areas: readonly [Area, Area] = side
    ? [
        { left: 96, top: 66, right: middle - 12, bottom },
        { left: middle + 96, top: 66, right: size.width - 24, bottom },
      ]
    : [
        { left: 96, top: 66, right: size.width - 24, bottom: middle - 28 },
        { left: 96, top: middle + 28, right: size.width - 24, bottom },
      ];
  const panels = [
    { area: areas[0], unit: "/s", title: "samples per second", of: ({ throughput }: SweepPoint) => throughput },
    { area: areas[1], unit: "s", title: "latency of a run", of: ({ latency }: SweepPoint) => latency },
  ];
  return picture(
    { id: idOf("sweep", title, dim), title, description: description(drawn, dim, measure) },
    size,
    heading(title, `${measure} over ${dim}; ringed: the knee; dashed: does not fit the memory`),
    ...panels.map(({ area, unit, title: yTitle, of }) => {
      const points = drawn.flatMap((curve) => curve.points);
      const x = scaleLog(
        extent(
          points.map((point) => point.size),
          1,
        ),
        [area.left, area.right],
      );
      const y = scaleLog(extent(points.map(of), 1.3), [area.bottom, area.top]);
      const sizes = [...new Set(points.map((point) => point.size))].toSorted((a, b) => a - b);
      const frame = axes(area, { ticks: sizeTicks(sizes, x), title: dim }, { ticks: logTicks(y, unit), title: yTitle });
      return frame + drawn.map((curve, index) => drawnCurve(curve, index, x, y, of)).join("");
    }),
    ...drawn.map(({ name }, index) =>
      element(
        "g",
        {
          transform: `translate(${24 + (index % columns) * (size.width / columns)} ${bottom + 56 + Math.floor(index / columns) * LEGEND_LINE})`,
        },
        element("rect", { class: classOf(index), y: -9, width: 12, height: 10, fill: "currentColor" }),
        element("text", { class: "ink", x: 20 }, text(shortName(name, Math.floor((size.width / columns - 60) / 7)))),
      ),
    ),
  );
}

type Scale = ScaleLogarithmic<number, number>;

function isDrawn({ size, throughput, latency }: SweepPoint): boolean {
  return [size, throughput, latency].every((value) => Number.isFinite(value) && value > 0);
}

function classOf(index: number): string {
  return `series${index % SERIES}`;
}

/** The least and the largest, with some room; apart even where they are one. */
function extent(values: readonly number[], room: number): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? [least / 2, most * 2] : [least / room, most * room];
}

/** The sizes themselves, as far as there is room for them. */
function sizeTicks(sizes: readonly number[], x: Scale): { readonly at: number; readonly label: string }[] {
  let end = -Infinity;
  return sizes.flatMap((size) => {
    const tick = { at: x(size), label: size < 1e5 ? String(size) : amount(size, "") };
    if (tick.at - end < 28) return [];
    end = tick.at;
    return [tick];
  });
}

function drawnCurve({ name, points, knee }: SweepCurve, index: number, x: Scale, y: Scale, of: (point: SweepPoint) => number): string {
  const path = line<SweepPoint>(
    (point) => x(point.size),
    (point) => y(of(point)),
  ).digits(1);
  const firstTooLarge = points.findIndex(({ fits }) => fits === false);
  const fitting = firstTooLarge < 0 ? points : points.slice(0, firstTooLarge);
  // The dashes begin where the last that fits stands.
  const tooLarge = firstTooLarge < 0 ? [] : points.slice(Math.max(0, firstTooLarge - 1));
  const stroke = { fill: "none", stroke: "currentColor", "stroke-width": 1.75 };
  return element(
    "g",
    { class: classOf(index) },
    element("path", { ...stroke, d: path(fitting) ?? "" }),
    tooLarge.length === 0 ? "" : element("path", { ...stroke, d: path(tooLarge)!, "stroke-dasharray": "3 4" }),
    ...points.map((point) =>
      element(
        "circle",
        {
          cx: x(point.size),
          cy: y(of(point)),
          r: 3,
          fill: point.fits === false ? "none" : "currentColor",
          stroke: "currentColor",
        },
        element(
          "title",
          {},
          text(`${shortName(name, 80)}, ${point.size}: ${amount(point.throughput, "samples/s")}, ${amount(point.latency, "s")}`),
        ),
      ),
    ),
    ...points
      .filter((point) => point.size === knee)
      .map((point) =>
        element("circle", { cx: x(point.size), cy: y(of(point)), r: 8, fill: "none", stroke: "currentColor", "stroke-width": 1.5 }),
      ),
  );
}

function description(curves: readonly SweepCurve[], dim: string, measure: string): string {
  const parts = curves.map(({ name, points, knee }) => {
    const best = points.reduce((a, b) => (b.throughput > a.throughput ? b : a));
    const tooLarge = points.find(({ fits }) => fits === false);
    const limit = tooLarge === undefined ? "" : `, does not fit the memory from ${dim} ${tooLarge.size}`;
    const bend = knee === undefined ? "" : `, knee at ${dim} ${knee}`;
    return `${shortName(name, 80)}: at most ${amount(best.throughput, "samples per second")} at ${dim} ${best.size}${bend}${limit}`;
  });
  return `Throughput and latency by ${measure} over ${dim}. ${parts.join(". ")}.`;
}
