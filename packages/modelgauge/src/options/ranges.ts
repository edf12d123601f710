import type { Shard } from "../sweep/sweep-plan.ts";
import { usageError } from "../usage-error.ts";

/**
 * Adds `--dim batch=1,2,4` to the ranges before it.
 *
 * @throws ModelGaugeError `usage`
 */
export function collectRange(
  text: string,
  before: Readonly<Record<string, readonly number[]>> = {},
): Readonly<Record<string, readonly number[]>> {
  const [, name, sizes] = /^(.+)=(\d+(?:,\d+)*)$/s.exec(text) ?? [];
  const numbers = sizes?.split(",").map(Number) ?? [];
  if (name === undefined || !numbers.every(Number.isSafeInteger)) {
    throw usageError(`--dim takes a name and whole numbers, as in batch=1,2,4, not "${text}"`);
  }
  if (Object.hasOwn(before, name)) throw usageError(`--dim names "${name}" twice; give all its sizes at once, as in ${name}=1,2,4`);
  return { ...before, [name]: numbers };
}

/** Adds `--hardware a,b` to the devices before it. */
export function collectList(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(",").filter((each) => each !== "")];
}

/**
 * Reads `--shard 2/7`.
 *
 * @throws ModelGaugeError `usage`
 */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (count === undefined || shard.index < 1 || shard.index > shard.count)
    throw usageError(`--shard takes a part and their number, as in 2/7, not "${text}"`);
  return shard;
}

/**
 * Reads `--workers 4`.
 *
 * @throws ModelGaugeError `usage`
 */
export function parseWorkers(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > 256) throw usageError(`--workers takes a whole number from 1 to 256, not "${text}"`);
  return count;
}
