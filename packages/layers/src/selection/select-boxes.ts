import type { Values } from "@modelgauge/core";

/** What decides which boxes of one class are kept. */
export interface BoxSelection {
  /** The most boxes to keep. */
  readonly most: number;
  /** Above which overlap with a better box one is dropped: intersection over union. */
  readonly iouThreshold: number;
  /** Above which score a box counts. */
  readonly scoreThreshold: number | undefined;
  /** Whether boxes are [centre x, centre y, width, height], not two opposite corners [y, x, y, x]. */
  readonly centred: boolean;
}

type Corners = readonly [top: number, left: number, bottom: number, right: number];

/**
 * Greedy non-maximum suppression of one class: goes through the boxes from the best score down, and keeps each one that overlaps
 * none kept before too much.
 *
 * @param boxes four numbers a box
 * @param scores one a box
 * @returns indices of the boxes kept, best first
 */
export function selectBoxes(boxes: Values, scores: Values, { most, iouThreshold, scoreThreshold, centred }: BoxSelection): number[] {
  const corners = scores.map((_, box) => cornersOf(boxes.slice(4 * box, 4 * box + 4).map(Number), centred));
  const best = scores
    .map((score, box) => ({ score: Number(score), box }))
    .filter(({ score }) => scoreThreshold === undefined || score > scoreThreshold)
    .toSorted((a, b) => b.score - a.score || a.box - b.box);
  const kept: number[] = [];
  for (const { box } of best) {
    if (kept.length >= most) break;
    if (kept.every((other) => overlap(corners[box]!, corners[other]!) <= iouThreshold)) kept.push(box);
  }
  return kept;
}

function cornersOf([a = 0, b = 0, c = 0, d = 0]: readonly number[], centred: boolean): Corners {
  if (centred) return [b - d / 2, a - c / 2, b + d / 2, a + c / 2];
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** Intersection over union of two boxes; 0 where one has no area. */
function overlap(a: Corners, b: Corners): number {
  const intersection = Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
  const [areaA, areaB] = [a, b].map(([top, left, bottom, right]) => (bottom - top) * (right - left)) as [number, number];
  return areaA <= 0 || areaB <= 0 ? 0 : intersection / (areaA + areaB - intersection);
}
