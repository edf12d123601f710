import type { ScaleLinear } from "d3-scale";
import { area as areaOf, curveStepAfter } from "d3-shape";
import { element, text } from "../svg.ts";
import { amount, shortName } from "../words.ts";
import type { Band } from "./bands.ts";
import type { ShownLayer } from "./shown-layers.ts";

type Scale = ScaleLinear<number, number>;

function colourOf({ block, rank }: Band): { readonly class: string; readonly "fill-opacity": number; readonly fill: string } {
  const fill = "currentColor";
  return block === undefined ? { class: "muted", "fill-opacity": 0.45, fill } : { class: `series${rank}`, "fill-opacity": 0.85, fill };
}

/** A rectangle in the colour of a band, with its number where there is room. */
export function filled(
  band: Band,
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): string {
  return (
    element("rect", { ...colourOf(band), x, y, width, height }) +
    (band.block === undefined || height < 15 ? "" : number(band, x + width / 2, y + height / 2))
  );
}

function number({ rank }: Band, x: number, y: number): string {
  return element("text", { class: "paper", x, y: y + 5, "text-anchor": "middle" }, String(rank + 1));
}

/** Draws a band through the layers that are shown. */
export function drawnBand(band: Band, shown: readonly ShownLayer[], x: Scale, y: Scale): string {
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
  const { block } = band;
  const said = block === undefined ? "all others" : `${shortName(block.name, 80)}, ${amount(block.bytes, "B")}`;
  return path === null ? "" : element("path", { ...colourOf(band), d: path }, element("title", {}, text(said)));
}

/** The number of a band in its widest part, where there is room. */
export function bandNumber(band: Band, shown: readonly ShownLayer[], x: Scale, y: Scale): string {
  let start = 0;
  let best: { readonly left: number; readonly right: number; readonly middle: number } | undefined;
  const edgesAt = (index: number): Band["edges"][number] | undefined => band.edges[(shown[index]?.layer ?? -1) - band.first];
  for (let index = 0; index < shown.length; index++) {
    const edges = edgesAt(index);
    if (edges === undefined || edges[0] !== edgesAt(index - 1)?.[0]) start = index;
    const [left, right] = [x(shown[start]!.at), x(shown[index + 1]?.at ?? x.domain()[1]!)];
    const [bottom, top] = (edges ?? [0, 0]).map(y) as [number, number];
    if (bottom - top >= 15 && right - left >= Math.max(14, best === undefined ? 0 : best.right - best.left + 1e-6))
      best = { left, right, middle: (top + bottom) / 2 };
  }
  return band.block === undefined || best === undefined ? "" : number(band, (best.left + best.right) / 2, best.middle);
}

/** What a band holds at the peak, between two places of x. */
export function peakSlice(band: Band, peak: number, { left, right }: { readonly left: number; readonly right: number }, y: Scale): string {
  const edges = band.edges[peak - band.first];
  if (edges === undefined || edges[1] === edges[0]) return "";
  const [bottom, top] = [y(edges[0]), y(edges[1])];
  return filled(band, { x: left, y: top, width: right - left, height: Math.max(1, bottom - top - 1) });
}
