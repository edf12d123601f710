import { ModelGaugeError } from "@modelgauge/core";
import { type ScaleLogarithmic, scaleLog } from "d3-scale";
import { line } from "d3-shape";
import { type Area, AXIS_ABOVE, AXIS_BELOW, axes, type Tick } from "../axes.ts";
import { heading } from "../heading.ts";
import { legend } from "../legend.ts";
import { idOf, picture, WIDTH } from "../picture.ts";
import { element, text } from "../svg.ts";
import { logTicks } from "../ticks.ts";
import { amount, plain, shortName, widthOf } from "../words.ts";
import { curveNames } from "./curve-names.ts";
import { type CurveStyle, curveStyle } from "./curve-style.ts";

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
  /** Parts after commas; what all curves share is said once: `resnet18.onnx, nvidia-t4, weights int8`. */
  readonly name: string;
  /** By size. Those without a throughput or a latency above 0 are not drawn; a curve without any is named. */
  readonly points: readonly SweepPoint[];
  /** Size from which throughput hardly grows. */
  readonly knee: number | undefined;
  /** Why runs failed, where some did: `computes in float32, for which hailo-8 has no peak rate`. */
  readonly failure?: string | undefined;
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

const HEIGHT = 190;

/**
 * Curves of throughput and latency over the sizes of one dim: the knee of each ringed, hollow and pale what does not fit the device's
 * memory.
 *
 * @throws ModelGaugeError `unplottable` where no curve has a point
 */
export function sweepPlot({ title, dim, measure, curves }: SweepPicture): string {
  const { shared, own } = curveNames(curves.map(({ name }) => name));
  const named = curves.map((curve, index) => ({ ...curve, name: shortName(own[index]!, 200), points: curve.points.filter(isDrawn) }));
  const drawn = named.filter(({ points }) => points.length > 0).map((curve, index) => ({ ...curve, style: curveStyle(index) }));
  const missing = named.filter(({ points }) => points.length === 0);
  const points = drawn.flatMap((curve) => curve.points);
  if (points.length === 0) throw new ModelGaugeError({ code: "unplottable", message: "no run of the sweep has a throughput" });

  const signs = [
    ...(drawn.some((curve) => kneeOf(curve) !== undefined) ? ["ringed: the knee"] : []),
    ...(points.some(({ fits }) => fits === false) ? ["hollow and pale: does not fit the memory"] : []),
  ];
  const head = heading(
    shortName(title, 130),
    [`${shared === "" ? "" : `${shortName(shared, 200)}: `}${measure} over ${dim}`, ...signs].join("; "),
  );
  const first = areaBelow(head.bottom);
  const second = areaBelow(first.bottom + AXIS_BELOW);
  const x = scaleLog(
    extent(
      points.map(({ size }) => size),
      1,
    ),
    [first.left + 16, first.right - 16],
  );
  const sizes = sizeTicks(
    [...new Set(points.map(({ size }) => size))].toSorted((a, b) => a - b),
    x,
  );
  const panel = (area: Area, yTitle: string, label: (value: number) => string, of: (point: SweepPoint) => number): string => {
    const y = scaleLog(extent(points.map(of), 1.3), [area.bottom, area.top]);
    return (
      axes(area, { ticks: sizes, title: dim }, { ticks: logTicks(y, 20, label), title: yTitle }) +
      drawn.map((curve) => drawnCurve(curve, (point) => [x(point.size), y(of(point))])).join("")
    );
  };
  const names = legend(
    [
      ...drawn.map(({ name, style }) => ({ sign: curveSign(style), words: name })),
      ...missing.map((curve) => ({ sign: "", words: `not drawn: ${curve.name}, ${failureOf(curve)}` })),
    ],
    second.bottom + AXIS_BELOW,
    60,
  );
  const sentences = [...drawn.map((curve) => told(curve, dim)), ...missing.map((curve) => `${curve.name}: ${failureOf(curve)}`)];
  const about = `Throughput and latency by ${measure} over ${dim}${shared === "" ? "" : ` of ${shortName(shared, 200)}`}.`;
  return picture(
    { id: idOf("sweep", title, dim), title, description: `${about} ${sentences.join(". ")}.` },
    names.bottom + 8,
    head.markup,
    panel(first, "throughput, samples per second", plain, ({ throughput }) => throughput),
    panel(
      second,
      "latency of a run",
      (value) => amount(value, "s"),
      ({ latency }) => latency,
    ),
    names.markup,
  );
}

function areaBelow(bottom: number): Area {
  return { left: 96, top: bottom + AXIS_ABOVE, right: WIDTH - 16, bottom: bottom + AXIS_ABOVE + HEIGHT };
}

function isDrawn({ size, throughput, latency }: SweepPoint): boolean {
  return [size, throughput, latency].every((value) => Number.isFinite(value) && value > 0);
}

/** The knee, where it is a size that fits. */
function kneeOf({ points, knee }: SweepCurve): SweepPoint | undefined {
  return points.find(({ size, fits }) => size === knee && fits !== false);
}

function failureOf({ failure }: SweepCurve): string {
  return failure === undefined ? "no throughput" : shortName(failure, 200);
}

/** The least and the largest, with some room; no closer than fourfold, so that what is flat looks flat. */
function extent(values: readonly number[], room: number): [number, number] {
  const least = values.reduce((a, b) => Math.min(a, b)) / room;
  const most = values.reduce((a, b) => Math.max(a, b)) * room;
  const wider = Math.max(1, Math.sqrt((4 * least) / most));
  return [least / wider, most * wider];
}

/** The sizes themselves, as far as there is room for them. */
function sizeTicks(sizes: readonly number[], x: ScaleLogarithmic<number, number>): readonly Tick[] {
  let end = -Infinity;
  return sizes.flatMap((size) => {
    const tick = { at: x(size), label: size < 1e5 ? String(size) : amount(size, "") };
    const half = widthOf(tick.label) / 2;
    if (tick.at - half < end + 6) return [];
    end = tick.at + half;
    return [tick];
  });
}

type Drawn = SweepCurve & { readonly style: CurveStyle };

function drawnCurve(curve: Drawn, place: (point: SweepPoint) => readonly [x: number, y: number]): string {
  const { name, points, style } = curve;
  const path = line<SweepPoint>(
    (point) => place(point)[0],
    (point) => place(point)[1],
  ).digits(1);
  const firstTooLarge = points.findIndex(({ fits }) => fits === false);
  const fitting = firstTooLarge < 0 ? points : points.slice(0, firstTooLarge);
  // Pale from where the last that fits stands.
  const tooLarge = firstTooLarge < 0 ? [] : points.slice(Math.max(0, firstTooLarge - 1));
  const stroke = { fill: "none", stroke: "currentColor", "stroke-width": 1.75, "stroke-dasharray": style.dashes };
  const knee = kneeOf(curve);
  const [kneeX, kneeY] = knee === undefined ? [] : place(knee);
  return element(
    "g",
    { class: style.class },
    fitting.length < 2 ? "" : element("path", { ...stroke, d: path(fitting)! }),
    tooLarge.length < 2 ? "" : element("path", { ...stroke, d: path(tooLarge)!, "stroke-opacity": 0.4 }),
    ...points.map((point) => {
      const [x, y] = place(point);
      const said = `${name}, ${point.size}: ${plain(point.throughput)} samples/s, ${amount(point.latency, "s")}`;
      return element(
        "path",
        {
          transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
          d: style.mark,
          fill: point.fits === false ? "none" : "currentColor",
          stroke: "currentColor",
        },
        element("title", {}, text(said)),
      );
    }),
    knee === undefined ? "" : element("circle", { cx: kneeX, cy: kneeY, r: 10, fill: "none", stroke: "currentColor", "stroke-width": 1.5 }),
  );
}

/** A piece of a curve. */
function curveSign({ class: colour, dashes, mark }: CurveStyle): string {
  const stroke = { stroke: "currentColor", "stroke-width": 1.75, "stroke-dasharray": dashes };
  return element(
    "g",
    { class: colour },
    element("line", { x1: -18, y1: 0, x2: 18, y2: 0, ...stroke }),
    element("path", { d: mark, fill: "currentColor", stroke: "currentColor" }),
  );
}

function told(curve: SweepCurve, dim: string): string {
  const { name, points, failure } = curve;
  const best = points.reduce((a, b) => (b.throughput > a.throughput ? b : a));
  const knee = kneeOf(curve);
  const tooLarge = points.find(({ fits }) => fits === false);
  const facts = [
    `at most ${plain(best.throughput)} samples/s at ${dim} ${best.size}`,
    ...(knee === undefined ? [] : [`knee at ${dim} ${knee.size}`]),
    ...(tooLarge === undefined ? [] : [`does not fit the memory from ${dim} ${tooLarge.size}`]),
    ...(failure === undefined ? [] : [`some runs failed: ${shortName(failure, 200)}`]),
  ];
  return `${name}: ${facts.join(", ")}`;
}
