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

/** The axes of a picture: x below, y on the left. */
export function axes({ left, top, right, bottom }: Area, x: Axis, y: Axis): string {
  const line = (x1: number, y1: number, x2: number, y2: number): string => element("line", { x1, y1, x2, y2 });
  const lines = [
    ...x.ticks.map(({ at }) => line(at, top, at, bottom)),
    ...y.ticks.map(({ at }) => line(left, at, right, at)),
    line(left, bottom, right, bottom),
    line(left, top, left, bottom),
  ];
  const middle = (top + bottom) / 2;
  return [
    element("g", { class: "faint", stroke: "currentColor" }, ...lines),
    element(
      "g",
      { class: "muted", "text-anchor": "middle" },
      ...x.ticks.map(({ at, label }) => element("text", { x: at, y: bottom + 16 }, text(label))),
      element("text", { x: (left + right) / 2, y: bottom + 34 }, text(x.title)),
    ),
    element(
      "g",
      { class: "muted", "text-anchor": "end" },
      ...y.ticks.map(({ at, label }) => element("text", { x: left - 8, y: at + 4 }, text(label))),
      element("text", { transform: `translate(${left - 84} ${middle}) rotate(-90)`, "text-anchor": "middle" }, text(y.title)),
    ),
  ].join("");
}
