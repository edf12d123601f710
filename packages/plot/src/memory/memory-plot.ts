import { ModelGaugeError, type Report } from "@modelgauge/core";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import { area as areaOf, curveStepAfter } from "d3-shape";
import { type Area, axes } from "../axes.ts";
import { heading } from "../heading.ts";
import { DEFAULT_SIZE, idOf, picture, type PictureSize } from "../picture.ts";
import { element, text } from "../svg.ts";
import { linearTicks } from "../ticks.ts";
import { amount, shortName, valueOf, widthOf } from "../words.ts";
import { type Band, bandsOf } from "./bands.ts";
import { held, liveBlocks } from "./live-blocks.ts";

const LEGEND_LINE = 18;

/**
 * The memory timeline of a network: the bytes of activations that are alive during each layer, stacked; the tensors that hold most for
 * longest apart, and the peak marked.
 *
 * @throws ModelGaugeError `unplottable` where the report tells no timeline
 */
export function memoryPlot(report: Report, size: PictureSize = DEFAULT_SIZE): string {
  const blocks = liveBlocks(report);
  const { layers } = report;
  if (blocks === undefined || layers.length === 0)
    throw new ModelGaugeError({ code: "unplottable", message: "the report tells no memory timeline" });
  const bands = bandsOf(blocks, layers.length);
  const totals = held(blocks, layers.length);
  const peak = totals.reduce((best, bytes, index) => (bytes > totals[best]! ? index : best), 0);
  const columns = size.width >= 640 ? 2 : 1;
  const rows = Math.ceil(bands.length / columns);
  const area: Area = { left: 96, top: 66, right: size.width - 24, bottom: size.height - 60 - rows * LEGEND_LINE };
  const x = scaleLinear([0, layers.length], [area.left, area.right]);
  const y = scaleLinear([0, totals[peak]! * 1.12 || 1], [area.bottom, area.top]);
  const shown = shownLayers(totals, area.right - area.left);
  const stored = valueOf(report.totals["model-size"]?.["total"]);
  const room = Math.floor((size.width - 32) / 7);
  const peakWords = `peak ${amount(totals[peak]!, "B")} at ${shortName(layers[peak]!.name, Math.min(40, room - 42))}`;
  const title = `Memory timeline of ${shortName(report.model.source)}`;
  return picture(
    { id: idOf("memory", report.model.source), title, description: description(bands, peakWords, stored) },
    size,
    heading(title, `${peakWords}${stored === undefined ? "" : `; ${amount(stored, "B")} stored beside`}`),
    axes(
      area,
      { ticks: linearTicks(x, 8, "").filter(({ label }) => !label.includes(".")), title: "layer, in the order of execution" },
      { ticks: linearTicks(y, 5, "B"), title: "activations alive" },
    ),
    ...bands.map((band, index) => drawn(band, index, shown, x, y)),
    peakMark(x(peak + 0.5), y(totals[peak]!), peakWords, area),
    ...bands.map((band, index) => {
      const place = { x: 24 + (index % columns) * (size.width / columns), y: area.bottom + 56 + Math.floor(index / columns) * LEGEND_LINE };
      return legendEntry(band, index, place, size.width / columns - 60);
    }),
  );
}

/** A layer that stands for itself and those after it, up to the next one shown. */
interface ShownLayer {
  readonly at: number;
  /** The layer, of those that share its place, during which most is alive. */
  readonly layer: number;
}

/** Of more layers than there are pixels, those that are drawn: of each few, the one during which most is alive. */
function shownLayers(totals: readonly number[], pixels: number): readonly ShownLayer[] {
  const together = Math.ceil(totals.length / pixels);
  return Array.from({ length: Math.ceil(totals.length / together) }, (_, index) => {
    const at = index * together;
    let layer = at;
    for (let other = at; other < Math.min(at + together, totals.length); other++) if (totals[other]! > totals[layer]!) layer = other;
    return { at, layer };
  });
}

function colourOf({ block }: Band, index: number): { readonly class: string; readonly "fill-opacity": number } {
  return block === undefined ? { class: "muted", "fill-opacity": 0.45 } : { class: `series${index}`, "fill-opacity": 0.85 };
}

function wordsOf({ block }: Band, limit: number): string {
  return block === undefined ? "all others" : `${shortName(block.name, limit)}, ${amount(block.bytes, "B")}`;
}

function drawn(
  band: Band,
  index: number,
  shown: readonly ShownLayer[],
  x: ScaleLinear<number, number>,
  y: ScaleLinear<number, number>,
): string {
  const edgesAt = shown.map(({ at, layer }) => ({ at, edges: band.edges[layer - band.first] }));
  const steps = edgesAt.filter(({ edges }, place) => {
    const before = edgesAt[place - 1]?.edges;
    return place === 0 || edges?.[0] !== before?.[0] || edges?.[1] !== before?.[1];
  });
  // The last step lasts to the end.
  const all = [...steps, { at: x.domain()[1]!, edges: steps.at(-1)?.edges }];
  const path = areaOf<(typeof all)[number]>()
    .defined(({ edges }, place) => edges !== undefined || all[place - 1]?.edges !== undefined)
    .x(({ at }) => x(at))
    .y0(({ edges }, place) => y((edges ?? all[place - 1]!.edges)![0]))
    .y1(({ edges }, place) => y((edges ?? all[place - 1]!.edges)![1]))
    .curve(curveStepAfter)
    .digits(1)(all);
  return path === null
    ? ""
    : element("path", { ...colourOf(band, index), d: path, fill: "currentColor" }, element("title", {}, text(wordsOf(band, 80))));
}

function peakMark(x: number, y: number, words: string, { left, right }: Area): string {
  const width = widthOf(words);
  const middle = Math.min(Math.max(x, left + width / 2), right - width / 2);
  return element(
    "g",
    { class: "ink" },
    element("circle", { cx: x, cy: y, r: 3.5, fill: "currentColor" }),
    width < right - left ? element("text", { x: middle, y: y - 8, "text-anchor": "middle" }, text(words)) : "",
  );
}

function legendEntry(band: Band, index: number, { x, y }: { readonly x: number; readonly y: number }, width: number): string {
  return element(
    "g",
    { transform: `translate(${x} ${y})` },
    element("rect", { ...colourOf(band, index), y: -9, width: 12, height: 10, fill: "currentColor" }),
    element("text", { class: "ink", x: 20 }, text(wordsOf(band, Math.max(8, Math.floor(width / 7) - 12)))),
  );
}

function description(bands: readonly Band[], peak: string, stored: number | undefined): string {
  const longest = bands.flatMap(({ block }) => (block === undefined ? [] : [`${shortName(block.name, 80)} ${amount(block.bytes, "B")}`]));
  const beside = stored === undefined ? "" : ` Beside that, ${amount(stored, "B")} are stored.`;
  return `Bytes of activations alive during each layer: ${peak}.${beside} Tensors that hold most for longest: ${longest.join(", ")}.`;
}
