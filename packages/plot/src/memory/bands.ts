import { SERIES } from "../style.ts";
import { held, type LiveBlock } from "./live-blocks.ts";

/** What one tensor, or all that have no band of their own, hold during each layer, on top of the bands before. */
export interface Band {
  /** Undefined for all others together. */
  readonly block: LiveBlock | undefined;
  /** Rank of the tensor; that of all others is the last. */
  readonly rank: number;
  /** Index of the first layer that it is told for. */
  readonly first: number;
  /** Lower and upper edge, bytes, layer by layer. */
  readonly edges: readonly (readonly [lower: number, upper: number])[];
}

/**
 * Stacks a timeline: the largest tensors that are alive during the layer of the peak have a band each, and, while there are few of these,
 * those that hold most for longest; the one that is there longest lowest. All others share one on top.
 */
export function bandsOf(blocks: readonly LiveBlock[], layers: number, peak: number): readonly Band[] {
  const span = ({ first, last }: LiveBlock): number => last - first + 1;
  const atPeak = blocks.filter((block) => isAlive(block, peak)).toSorted((a, b) => b.bytes - a.bytes);
  const elsewhere = blocks.filter((block) => !isAlive(block, peak)).toSorted((a, b) => b.bytes * span(b) - a.bytes * span(a));
  const ranked = [...atPeak, ...elsewhere];
  const own = ranked.slice(0, SERIES).map((block, rank) => ({ block, rank }));
  const tops = new Array<number>(layers).fill(0);
  const bands: Band[] = own
    .toSorted((a, b) => span(b.block) - span(a.block))
    .map(({ block, rank }) => {
      const { bytes, first, last } = block;
      const lower = tops.slice(first, last + 1);
      for (let layer = first; layer <= last; layer++) tops[layer]! += bytes;
      return { block, rank, first, edges: lower.map((bottom) => [bottom, bottom + bytes]) };
    });
  const others = ranked.slice(SERIES);
  if (others.length === 0) return bands;
  const edges = held(others, layers).map((bytes, layer) => [tops[layer]!, tops[layer]! + bytes] as const);
  return [...bands, { block: undefined, rank: SERIES, first: 0, edges }];
}

/** Whether a tensor is there during a layer. */
export function isAlive({ first, last }: LiveBlock, layer: number): boolean {
  return first <= layer && layer <= last;
}
