import { SERIES } from "../style.ts";
import { held, type LiveBlock } from "./live-blocks.ts";

/** What one tensor, or all that have no band of their own, hold during each layer, on top of the bands before. */
export interface Band {
  /** Undefined for all others together. */
  readonly block: LiveBlock | undefined;
  /** Index of the first layer that it is told for. */
  readonly first: number;
  /** Lower and upper edge, bytes, layer by layer. */
  readonly edges: readonly (readonly [lower: number, upper: number])[];
}

/**
 * Stacks a timeline: the tensors that hold most for longest have a band each, for the layers during which they are there, the one that is
 * there longest lowest; all others share one on top.
 */
export function bandsOf(blocks: readonly LiveBlock[], layers: number): readonly Band[] {
  const span = ({ first, last }: LiveBlock): number => last - first + 1;
  const ranked = blocks.toSorted((a, b) => b.bytes * span(b) - a.bytes * span(a));
  const own = ranked.slice(0, SERIES).toSorted((a, b) => span(b) - span(a));
  const tops = new Array<number>(layers).fill(0);
  const bands: Band[] = own.map((block) => {
    const { bytes, first, last } = block;
    const lower = tops.slice(first, last + 1);
    for (let layer = first; layer <= last; layer++) tops[layer]! += bytes;
    return { block, first, edges: lower.map((bottom) => [bottom, bottom + bytes]) };
  });
  const others = held(ranked.slice(SERIES), layers);
  if (ranked.length > SERIES)
    bands.push({ block: undefined, first: 0, edges: others.map((bytes, layer) => [tops[layer]!, tops[layer]! + bytes]) });
  return bands;
}
