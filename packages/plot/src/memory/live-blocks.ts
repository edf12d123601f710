import type { Report } from "@modelgauge/core";
import { valueOf, wordsIn } from "../words.ts";

/** Memory that a tensor holds from one layer to another. */
export interface LiveBlock {
  readonly name: string;
  readonly bytes: number;
  /** Index of the first layer during which it is there. */
  readonly first: number;
  /** Index of the last. */
  readonly last: number;
}

/** The memory timeline of a report; undefined where it tells none. A tensor of unknown size holds nothing. */
export function liveBlocks({ layers, tables }: Report): readonly LiveBlock[] | undefined {
  const rows = tables["activations"]?.["live"]?.rows;
  const indexOf = new Map(layers.map(({ name }, index) => [name, index]));
  return rows?.map(([name, bytes, from, to]) => ({
    name: wordsIn(name),
    bytes: valueOf(bytes) ?? 0,
    first: (typeof from === "string" ? indexOf.get(from) : undefined) ?? 0,
    last: (typeof to === "string" ? indexOf.get(to) : undefined) ?? layers.length - 1,
  }));
}

/** Bytes that blocks hold during each of so many layers. */
export function held(blocks: readonly LiveBlock[], layers: number): readonly number[] {
  const change = new Array<number>(layers + 1).fill(0);
  for (const { bytes, first, last } of blocks) {
    change[first]! += bytes;
    change[last + 1]! -= bytes;
  }
  let sum = 0;
  return change.slice(0, layers).map((difference) => (sum += difference));
}
