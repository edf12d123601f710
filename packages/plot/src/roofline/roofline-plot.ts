import { ModelGaugeError, type Report, type ReportHardware } from "@modelgauge/core";
import { type ScaleLogarithmic, scaleLog } from "d3-scale";
import { line, symbol, symbolCircle, symbolDiamond, symbolTriangle } from "d3-shape";
import { type Area, axes } from "../axes.ts";
import { heading } from "../heading.ts";
import { DEFAULT_SIZE, idOf, picture, type PictureSize } from "../picture.ts";
import { element, text } from "../svg.ts";
import { logTicks } from "../ticks.ts";
import { amount, counted, intensity, shortName, valueOf, widthOf } from "../words.ts";
import { type LayerPoint, layerPoints } from "./layer-points.ts";
import { mergePoints, type PlacedPoint } from "./merge-points.ts";
import { type Roof, roofsOf } from "./roofs.ts";

/** How many of the layers that take longest are named. */
const NAMED = 3;

/**
 * The roofline of a network on a device: each layer at its arithmetic intensity, under the roof of bandwidth and peak rate, as large as
 * the time that it takes alone.
 *
 * @throws ModelGaugeError `unplottable` where the report tells nothing of the device's latency
 */
export function rooflinePlot(report: Report, device: ReportHardware, size: PictureSize = DEFAULT_SIZE): string {
  const roofs = roofsOf(device);
  const points = layerPoints(device);
  const [main] = roofs;
  if (main === undefined)
    throw new ModelGaugeError({ code: "unplottable", message: `the report tells nothing of latency on ${device.id}` });
  const area: Area = { left: 100, top: 88, right: size.width - 24, bottom: size.height - 52 };
  const { x, y } = scales(points, roofs, area);
  const placed = mergePoints(points, (point) => ({ x: x(point.intensity), y: y(point.performance) }));
  const all = points.reduce((sum, { seconds }) => sum + seconds, 0);
  const title = `Roofline of ${shortName(report.model.source)} on ${shortName(device.name)}`;
  const total = valueOf(device.totals["latency"]?.["roofline"]) ?? all;
  const summary = `${counted(points.length, "layer")}, ${amount(total, "s")} one after another; size of marks: time`;
  return picture(
    { id: idOf("roofline", report.model.source, device.id), title, description: description(points, roofs, all) },
    size,
    heading(title, summary),
    legend(points, all, size.width),
    axes(
      area,
      { ticks: logTicks(x, ""), title: "arithmetic intensity, operations per byte" },
      { ticks: logTicks(y, "OP/s"), title: "attainable performance" },
    ),
    ...roofs.map((roof, index) => roofLine(roof, x, y, area, index === 0)),
    element("g", { "fill-opacity": 0.6, stroke: "currentColor" }, ...placed.map((point) => mark(point, all))),
    ...names(placed, area),
  );
}

type Scale = ScaleLogarithmic<number, number>;

function scales(
  points: readonly LayerPoint[],
  roofs: readonly Roof[],
  { left, top, right, bottom }: Area,
): { readonly x: Scale; readonly y: Scale } {
  const ridges = roofs.flatMap(({ peak, bandwidth }) => (bandwidth === undefined ? [] : [peak / bandwidth]));
  const intensities = [...points.map((point) => point.intensity), ...ridges];
  const rates = [...points.map(({ performance }) => performance), ...roofs.map(({ peak }) => peak)];
  return {
    x: scaleLog(intensities.length === 0 ? [0.1, 1000] : around(intensities), [left, right]),
    y: scaleLog(around(rates), [bottom, top]),
  };
}

/** Room for values, and for at least two powers of ten below the largest. */
function around(values: readonly number[]): [number, number] {
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  return [Math.min(least / 2, most / 100), most * 3];
}

function roofLine({ dtype, peak, bandwidth, memory }: Roof, x: Scale, y: Scale, { bottom }: Area, isMain: boolean): string {
  const [least, most] = x.domain() as [number, number];
  const lowest = y.domain()[0]!;
  const ridge = bandwidth === undefined ? least : peak / bandwidth;
  const corners: [number, number][] = [
    ...(bandwidth === undefined ? [] : [[Math.max(least, lowest / bandwidth), Math.max(lowest, least * bandwidth)] as [number, number]]),
    [Math.max(ridge, least), peak],
    [most, peak],
  ];
  const path = line(
    ([at]) => x(at),
    ([, rate]) => y(rate),
  )(corners)!;
  const label = `${dtype} ${amount(peak, "OP/s")}`;
  const parts = [
    element("path", {
      d: path,
      fill: "none",
      stroke: "currentColor",
      "stroke-width": isMain ? 2 : 1,
      "stroke-dasharray": isMain ? undefined : "6 3",
    }),
    element("text", { x: x(most) - 4, y: y(peak) - 6, "text-anchor": "end" }, text(label)),
  ];
  if (bandwidth !== undefined && isMain) {
    const words = `${memory} ${amount(bandwidth, "B/s")}, ridge at ${intensity(ridge)}`;
    const fits = x(ridge) + widthOf(words) < x(most);
    parts.push(
      element("line", {
        x1: x(ridge),
        y1: y(peak),
        x2: x(ridge),
        y2: bottom,
        stroke: "currentColor",
        "stroke-dasharray": "2 3",
      }),
      element("text", { x: x(ridge) + (fits ? 6 : -6), y: bottom - 8, "text-anchor": fits ? "start" : "end" }, text(words)),
    );
  }
  return element("g", { class: isMain ? "ink" : "muted" }, ...parts);
}

const SHAPES = { compute: symbolCircle, memory: symbolDiamond, unknown: symbolTriangle } as const;

function mark({ x, y, seconds, bound, layers }: PlacedPoint, all: number): string {
  const area = 30 + 1200 * (all > 0 ? seconds / all : 0);
  const [first] = layers;
  const who = layers.length === 1 ? shortName(first!.name, 80) : `${layers.length} layers, the longest ${shortName(first!.name, 80)}`;
  const said = `${who}: ${amount(seconds, "s")}, ${bound === undefined ? "bound not known" : `${bound}-bound`}, ${intensity(first!.intensity)}`;
  return element(
    "path",
    {
      class: bound ?? "muted",
      transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
      d: symbol(SHAPES[bound ?? "unknown"], area)()!,
      fill: "currentColor",
    },
    element("title", {}, text(said)),
  );
}

/** Names of the layers that take longest, below their marks, where they do not stand on one another. */
function names(placed: readonly PlacedPoint[], { right, bottom }: Area): readonly string[] {
  const taken: { readonly x: number; readonly y: number; readonly width: number }[] = [];
  return placed.slice(0, NAMED).flatMap(({ x, y, layers }) => {
    const label = layers.length === 1 ? shortName(layers[0]!.name) : `${shortName(layers[0]!.name)} + ${layers.length - 1}`;
    const width = widthOf(label);
    const at = { x: x + 12, y: y + 24, width };
    const clear = taken.every((other) => Math.abs(other.y - at.y) > 14 || at.x > other.x + other.width || other.x > at.x + width);
    if (!clear || at.x + width > right || at.y > bottom - 24) return [];
    taken.push(at);
    return [element("text", { class: "ink", x: at.x, y: at.y }, text(label))];
  });
}

/** What marks mean: on one line, or, where that is too narrow, one below the other with shorter words. */
function legend(points: readonly LayerPoint[], all: number, width: number): string {
  const bounds = (["compute", "memory", undefined] as const).filter(
    (bound) => bound !== undefined || points.some((point) => point.bound === undefined),
  );
  const entries = bounds.map((bound) => ({
    bound,
    words: `${bound === undefined ? "bound not known" : `${bound}-bound`}: ${share(points, bound, all)}`,
  }));
  let left = 24;
  const long = entries.reduce((sum, { words }) => sum + widthOf(words) + 40, left) <= width;
  return entries
    .map(({ bound, words }) => {
      const said = long ? words : words.replace(/(-bound)?: \d+ layers?, (.*) of the time$/, ": $2");
      const part = element(
        "g",
        { transform: `translate(${left} 66)` },
        element("path", { class: bound ?? "muted", d: symbol(SHAPES[bound ?? "unknown"], 80)()!, fill: "currentColor" }),
        element("text", { class: "ink", x: 12, y: 4 }, text(said)),
      );
      left += widthOf(said) + 40;
      return part;
    })
    .join("");
}

function share(points: readonly LayerPoint[], bound: LayerPoint["bound"], all: number): string {
  const bounded = points.filter((point) => point.bound === bound);
  const seconds = bounded.reduce((sum, each) => sum + each.seconds, 0);
  return `${counted(bounded.length, "layer")}, ${all > 0 ? Math.round((100 * seconds) / all) : 0} % of the time`;
}

function description(points: readonly LayerPoint[], roofs: readonly Roof[], all: number): string {
  const limits = roofs.map(({ dtype, peak, bandwidth, memory }) => {
    const transfers = bandwidth === undefined ? "" : `, ${memory} ${amount(bandwidth, "B/s")}, ridge point ${intensity(peak / bandwidth)}`;
    return `${dtype} ${amount(peak, "operations per second")}${transfers}`;
  });
  const longest = points.toSorted((a, b) => b.seconds - a.seconds).slice(0, NAMED);
  return (
    `Peaks: ${limits.join("; ")}. Compute-bound: ${share(points, "compute", all)}. Memory-bound: ${share(points, "memory", all)}. ` +
    `Longest: ${longest.map(({ name, seconds }) => `${shortName(name, 80)} ${amount(seconds, "s")}`).join(", ")}.`
  );
}
