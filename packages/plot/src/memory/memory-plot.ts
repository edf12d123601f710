import { ModelGaugeError, type Report } from "@modelgauge/core";
import { scaleLinear } from "d3-scale";
import { type Area, AXIS_ABOVE, AXIS_BELOW, axes } from "../axes.ts";
import { heading } from "../heading.ts";
import { legend } from "../legend.ts";
import { idOf, picture, WIDTH } from "../picture.ts";
import { element, text } from "../svg.ts";
import { linearTicks } from "../ticks.ts";
import { amount, counted, plain, shortName, valueOf } from "../words.ts";
import { bandNumber, drawnBand, filled, peakSlice } from "./band-marks.ts";
import { type Band, bandsOf, isAlive } from "./bands.ts";
import { held, liveBlocks } from "./live-blocks.ts";
import { shownLayers } from "./shown-layers.ts";

const HEIGHT = 280;

/**
 * The memory timeline of a network: the bytes of activations that are alive during each layer, stacked, and what they consist of at the
 * peak beside it.
 *
 * @throws ModelGaugeError `unplottable` where the report tells no timeline
 */
export function memoryPlot(report: Report): string {
  const blocks = liveBlocks(report);
  const { layers } = report;
  if (blocks === undefined || layers.length === 0)
    throw new ModelGaugeError({ code: "unplottable", message: "the report tells no memory timeline" });
  const totals = held(blocks, layers.length);
  const peak = totals.reduce((best, bytes, index) => (bytes > totals[best]! ? index : best), 0);
  const bands = bandsOf(blocks, layers.length, peak);
  const peakWords = `peak ${amount(totals[peak]!, "B")} at ${shortName(layers[peak]!.name, 60)}`;
  const stored = valueOf(report.totals["model-size"]?.["total"]);
  const title = `Memory timeline of ${shortName(report.model.source, 60)}`;
  const head = heading(
    title,
    [`${counted(layers.length, "layer")}; ${peakWords}`, ...(stored === undefined ? [] : [`${amount(stored, "B")} stored beside`])].join(
      "; ",
    ),
  );
  const area: Area = { left: 96, top: head.bottom + AXIS_ABOVE, right: WIDTH - 92, bottom: head.bottom + AXIS_ABOVE + HEIGHT };
  const x = scaleLinear([0, layers.length], [area.left, area.right]);
  const y = scaleLinear([0, totals[peak]! * 1.06 || 1], [area.bottom, area.top]);
  const shown = shownLayers(totals, area.right - area.left);
  const slice = { left: area.right + 28, right: WIDTH - 24 };
  const ranked = bands.toSorted((a, b) => a.rank - b.rank);
  const names = legend(
    ranked.map((band) => ({ sign: filled(band, { x: -11, y: -8, width: 22, height: 17 }), words: bandWords(band, peak) })),
    area.bottom + AXIS_BELOW,
    48,
  );
  return picture(
    { id: idOf("memory", report.model.source), title, description: description(ranked, peak, peakWords, stored) },
    names.bottom + 8,
    head.markup,
    axes(
      area,
      { ticks: linearTicks(x, 6, plain).filter(({ label }) => !label.includes(".")), title: "layer, in the order of execution" },
      { ticks: linearTicks(y, 5, (bytes) => amount(bytes, "B")), title: "activations alive" },
    ),
    ...bands.map((band) => drawnBand(band, shown, x, y)),
    ...bands.map((band) => bandNumber(band, shown, x, y)),
    element("line", {
      class: "muted",
      x1: x(peak + 0.5),
      y1: y(totals[peak]!),
      x2: slice.right,
      y2: y(totals[peak]!),
      stroke: "currentColor",
      "stroke-dasharray": "3 3",
    }),
    element("circle", { class: "ink", cx: x(peak + 0.5), cy: y(totals[peak]!), r: 3.5, fill: "currentColor" }),
    ...bands.map((band) => peakSlice(band, peak, slice, y)),
    element("text", { class: "muted", x: (slice.left + slice.right) / 2, y: area.bottom + 18, "text-anchor": "middle" }, text("peak")),
    names.markup,
  );
}

/** Bytes that a band holds during a layer. */
function bytesAt({ first, edges }: Band, layer: number): number {
  const [lower, upper] = edges[layer - first] ?? [0, 0];
  return upper - lower;
}

function bandWords(band: Band, peak: number): string {
  const others = bytesAt(band, peak);
  if (band.block === undefined) return `all others${others === 0 ? "" : `, ${amount(others, "B")} at the peak`}`;
  const { name, bytes } = band.block;
  return `${shortName(name, 80)}, ${amount(bytes, "B")}${isAlive(band.block, peak) ? " at the peak" : ""}`;
}

function description(ranked: readonly Band[], peak: number, peakWords: string, stored: number | undefined): string {
  const named = (alive: boolean): string =>
    ranked
      .flatMap(({ block }) =>
        block !== undefined && isAlive(block, peak) === alive ? [`${shortName(block.name, 80)} ${amount(block.bytes, "B")}`] : [],
      )
      .join(", ");
  const beside = stored === undefined ? "" : ` Beside that, ${amount(stored, "B")} are stored.`;
  const largest = named(true) === "" ? "" : ` Largest at the peak: ${named(true)}.`;
  const others = named(false) === "" ? "" : ` Of others, these hold most for longest: ${named(false)}.`;
  return `Bytes of activations alive during each layer: ${peakWords}.${beside}${largest}${others}`;
}
