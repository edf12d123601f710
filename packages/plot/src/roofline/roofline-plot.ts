import { ModelGaugeError, type Report, type ReportHardware } from "@modelgauge/core";
import { type ScaleLogarithmic, scaleLog } from "d3-scale";
import { type Area, AXIS_ABOVE, AXIS_BELOW, axes } from "../axes.ts";
import { heading } from "../heading.ts";
import { legend } from "../legend.ts";
import { idOf, picture, WIDTH } from "../picture.ts";
import { placeLabels, writtenLabel } from "../place-labels.ts";
import { element } from "../svg.ts";
import { logTicks } from "../ticks.ts";
import { amount, counted, enumerated, intensity, plain, share, shortName } from "../words.ts";
import { boundShares, secondsOf, shareWords } from "./bound-shares.ts";
import { boundSign, layerMarks, layerNames, markAreas, nameLabels } from "./layer-marks.ts";
import { mergePoints } from "./merge-points.ts";
import { drawnRoof, roofAreas, roofLabels, roofLines } from "./roof-lines.ts";
import { type Roof, roofsOf } from "./roofs.ts";
import { byTime, type LayerPoint, type TimedLayers, timedLayers } from "./timed-layers.ts";

const HEIGHT = 320;

/**
 * The roofline of a network on a device: each layer at its arithmetic intensity, under the roof of bandwidth and peak rate, as large as
 * the time that it takes alone.
 *
 * @throws ModelGaugeError `unplottable` where the report tells nothing of the device's latency
 */
export function rooflinePlot(report: Report, device: ReportHardware): string {
  const roofs = roofsOf(device);
  if (roofs.length === 0)
    throw new ModelGaugeError({ code: "unplottable", message: `the report tells nothing of latency on ${device.id}` });
  const layers = timedLayers(report, device);
  const whole = secondsOf(device);
  const shares = boundShares(device, layers.all);
  const remarks = remarksOn(layers, roofs, whole);
  const title = `Roofline of ${shortName(report.model.source, 60)} on ${shortName(device.name, 60)}`;
  const head = heading(title, `${counted(layers.all.length, "layer")}, ${amount(whole, "s")} one after another; size of marks: time`);
  const signs = legend(
    [
      ...shares.map((each) => ({ sign: element("path", boundSign(each.bound, 110)), words: shareWords(each, whole) })),
      ...remarks.map((words) => ({ sign: "", words })),
    ],
    head.bottom,
    36,
  );
  const area: Area = { left: 96, top: signs.bottom + AXIS_ABOVE, right: WIDTH - 16, bottom: signs.bottom + AXIS_ABOVE + HEIGHT };
  const { x, y } = scales(layers.points, roofs, area);
  const lines = roofLines(roofs, x, y);
  const placed = mergePoints(layers.points, (point) => ({ x: x(point.intensity), y: y(point.performance) }));
  const seen = [...markAreas(placed, whole), ...lines.flatMap(roofAreas)];
  const roofNames = placeLabels(
    lines.flatMap((line) => roofLabels(line, area.bottom)),
    seen,
    area,
  );
  const names = placeLabels(nameLabels(placed, whole), [...seen, ...roofNames.map(({ area: taken }) => taken)], area);
  return picture(
    {
      id: idOf("roofline", report.model.source, device.id),
      title,
      description: description(layers, roofs, [...shares.map((each) => shareWords(each, whole)), ...remarks]),
    },
    area.bottom + AXIS_BELOW,
    head.markup,
    signs.markup,
    axes(
      area,
      { ticks: logTicks(x, 60, plain), title: "arithmetic intensity, operations per byte" },
      { ticks: logTicks(y, 20, (rate) => amount(rate, "OP/s")), title: "attainable performance, operations per second" },
    ),
    ...lines.toReversed().map((line) => drawnRoof(line, area.bottom)),
    layerMarks(placed, whole),
    ...roofNames.map((label) => writtenLabel(label, label.of ? "ink" : "muted")),
    layerNames(names),
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
  const [least, most] = intensities.length === 0 ? [0.1, 300] : around(intensities);
  // Over the highest roof, there is room for its label and for large marks.
  return { x: scaleLog([least, most * 3], [left, right]), y: scaleLog(around(rates), [bottom, top + 60]) };
}

/** From below the least of values to the largest, over at least two powers of ten. */
function around(values: readonly number[]): [number, number] {
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  return [Math.min(least / 2, most / 100), most];
}

/** What the picture does not show by itself. */
function remarksOn({ all, points }: TimedLayers, roofs: readonly Roof[], whole: number): readonly string[] {
  const remarks: string[] = [];
  const marked = new Set(points.map(({ name }) => name));
  const [longest, ...others] = byTime(all.filter(({ name }) => !marked.has(name)));
  if (longest !== undefined) {
    const seconds = others.reduce((sum, each) => sum + each.seconds, longest.seconds);
    const whose = `${share(seconds, whole)} of the time; ${others.length === 0 ? "it is" : "the longest is"} ${shortName(longest.name, 60)}`;
    remarks.push(`without operations, so without a mark: ${counted(others.length + 1, "layer")}, ${whose}`);
  }
  for (const memory of new Set(roofs.flatMap((roof) => (roof.bandwidth === undefined ? [roof.memory] : []))))
    remarks.push(`no slope and no ridge: the bandwidth of ${memory} is not known`);
  const highest = Math.max(...roofs.map(({ peak }) => peak));
  const above = points.filter(({ performance }) => performance > highest * 1.001).length;
  if (above > 0) remarks.push(`above the roof: ${counted(above, "layer")} in dtypes of unknown peak rate, timed at the device's fastest`);
  return remarks;
}

function description({ all }: TimedLayers, roofs: readonly Roof[], remarks: readonly string[]): string {
  const limits = roofs.map(({ dtypes, peak, bandwidth, memory }) => {
    const transfers = bandwidth === undefined ? "" : `, ${memory} ${amount(bandwidth, "B/s")}, ridge point ${intensity(peak / bandwidth)}`;
    return `${enumerated(dtypes)} ${amount(peak, "OP/s")}${transfers}`;
  });
  const longest = byTime(all)
    .slice(0, 3)
    .map(({ name, seconds }) => `${shortName(name, 80)} ${amount(seconds, "s")}`);
  const sentences = [`peaks: ${limits.join("; ")}`, ...remarks, ...(longest.length === 0 ? [] : [`longest: ${longest.join(", ")}`])];
  return sentences.map((words) => `${words[0]!.toUpperCase()}${words.slice(1)}.`).join(" ");
}
