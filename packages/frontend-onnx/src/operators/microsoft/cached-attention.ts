import { check, type Status, type Operand } from "@modelgauge/core";
import type { OnnxContext } from "../../operator.ts";
import { checkDimensions } from "./dimensions.ts";
import type { Projections } from "./projection.ts";
import { scoreMask, type ScoreMasks } from "./score-mask.ts";
import { there } from "./there.ts";

/** Keys and values of earlier steps, and what becomes of them. */
export interface Cache {
  readonly key: Operand | undefined;
  readonly value: Operand | undefined;
  /** Entries that it holds once the new ones are there; all that it has place for where it is not known. */
  readonly length?: number | undefined;
  /** Whether it is a buffer that keeps its size. */
  readonly inPlace: boolean;
  /** Elements that it packs into one of its own; default 1. */
  readonly perByte?: number;
  /** How surely its length is known. */
  readonly status?: Status;
  /** Whether it is given out where there was none before. */
  readonly kept: boolean;
  /** The node's outputs that keys and values in it are; none where the caller gives them out. */
  readonly outputs?: readonly [key: number, value: number];
}

/** Attention of projections, with what may come before and after it. */
export interface CachedAttention extends ScoreMasks {
  readonly heads: number;
  /** Default: as many as heads. */
  readonly kvHeads?: number;
  /** Further attributes of the layer type `attention`. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly cache: Cache;
  /** The node's output that the scores are; none where left out. */
  readonly scores?: number | undefined;
  /** Whether more is done to what attention gives, before it is the node's output 0. */
  readonly goesOn?: boolean;
}

/** What attention leaves. */
export interface Attended {
  readonly output: Operand;
  /** Keys and values with those of earlier steps, where they are kept. */
  readonly caches: readonly Operand[];
}

/**
 * Adds attention, the node's output 0, to keys and values behind those of earlier steps.
 *
 * @throws ModelGaugeError `invalid-layer` when only one of past key and value is there
 */
export function attend(
  context: Pick<OnnxContext, "step">,
  { query, key, value }: Projections,
  { heads, kvHeads = heads, attributes, cache, scores, goesOn = false, ...masks }: CachedAttention,
): Attended {
  check((cache.key === undefined) === (cache.value === undefined), "past key and past value come together");
  checkDimensions("query", query, "batch × length × features");
  const [keys, presentKey] = appended(context, "key", key, cache, kvHeads);
  const [values, presentValue] = appended(context, "value", value, cache, kvHeads);
  const sizes = { batch: query.shape[0]!, queries: query.shape[1]!, keys: keys.shape[keys.rank === 4 ? 2 : 1]! };
  const mask = scoreMask(context, masks, sizes);
  const outputs = [goesOn ? undefined : 0, ...(scores === undefined ? [] : [scores])];
  const settings = { heads, kvHeads, ...attributes, scores: scores !== undefined };
  const options = { count: outputs.length, outputs };
  const [output] = context.step("attention", "attention", [query, keys, values, mask], settings, options) as [Operand];
  return { output, caches: there(presentKey, presentValue) };
}

/** What attention reads, and the cache that it stands in. */
function appended(
  { step }: Pick<OnnxContext, "step">,
  name: "key" | "value",
  x: Operand,
  cache: Cache,
  heads: number,
): readonly [read: Operand, cache: Operand | undefined] {
  const before = cache[name];
  if (before === undefined && !cache.kept) return [x, undefined];
  const { length, inPlace, perByte = 1, outputs, status } = cache;
  const attributes = { heads, inPlace, perByte, ...(length !== undefined && { length }) };
  const options = { count: 2, outputs: [outputs?.[name === "key" ? 0 : 1]], weights: [], ...(status && { status }) };
  const [after, read] = step(`${name}-cache`, "kv-cache", [x, before], attributes, options) as [Operand, Operand];
  return [read, after];
}
