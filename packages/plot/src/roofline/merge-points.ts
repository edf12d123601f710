import type { LayerPoint } from "./timed-layers.ts";

/** Layers that stand at about one place of a picture. */
export interface PlacedPoint {
  /** In pixels. */
  readonly x: number;
  readonly y: number;
  readonly seconds: number;
  readonly bound: LayerPoint["bound"];
  /** The layers, the one that takes longest first. */
  readonly layers: readonly LayerPoint[];
}

/** Side of the squares in which layers become one, in pixels: closer ones could not be told apart. */
const CELL = 4;

/** Places layers, and makes one of those that would hide each other. The ones that take longest come first. */
export function mergePoints(
  points: readonly LayerPoint[],
  place: (point: LayerPoint) => { readonly x: number; readonly y: number },
): readonly PlacedPoint[] {
  const cells = new Map<string, LayerPoint[]>();
  for (const point of points) {
    const { x, y } = place(point);
    const cell = `${Math.round(x / CELL)} ${Math.round(y / CELL)} ${point.bound}`;
    const there = cells.get(cell);
    if (there === undefined) cells.set(cell, [point]);
    else there.push(point);
  }
  return [...cells.values()]
    .map((layers) => {
      const sorted = layers.toSorted((a, b) => b.seconds - a.seconds);
      return {
        ...place(sorted[0]!),
        bound: sorted[0]!.bound,
        seconds: layers.reduce((sum, { seconds }) => sum + seconds, 0),
        layers: sorted,
      };
    })
    .toSorted((a, b) => b.seconds - a.seconds);
}
