import { element, text } from "./svg.ts";

/** Where the data of a picture stands, in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One mark of an axis. */
export interface Tick {
  /** In pixels. */
  readonly at: number;
  readonly label: string;
}

/** An axis: its marks, each with a line across the area, and what it measures. */
export interface Axis {
  readonly ticks: readonly Tick[];
  readonly title: string;
}

/** Pixels that the title of y takes above an area. */
export const AXIS_ABOVE = 36;

/** Pixels that labels and title of x take below an area. */
export const AXIS_BELOW = 48;

/** The axes of a picture: x below; y on the left, its title above. */
export function axes({ left, top, right, bottom }: Area, x: Axis, y: Axis): string {
  const line = (x1: number, y1: number, x2: number, y2: number): string => element("line", { x1, y1, x2, y2 });
  const lines = [
    ...x.ticks.map(({ at }) => line(at, top, at, bottom)),
    ...y.ticks.map(({ at }) => line(left, at, right, at)),
    line(left, bottom, right, bottom),
    line(left, top, left, bottom),
  ];
  return [
    element("g", { class: "faint", stroke: "currentColor" }, ...lines),
    element(
      "g",
      { class: "muted", "text-anchor": "middle" },
      ...x.ticks.map(({ at, label }) => element("text", { x: at, y: bottom + 18 }, text(label))),
      element("text", { x: (left + right) / 2, y: bottom + 40 }, text(x.title)),
    ),
    element(
      "g",
      { class: "muted", "text-anchor": "end" },
      ...y.ticks.map(({ at, label }) => element("text", { x: left - 8, y: at + 5 }, text(label))),
    ),
    element("text", { class: "muted", x: 16, y: top - 14 }, text(y.title)),
  ].join("");
}
