import { check } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";

/** Where Keras has the channels, in the words of the layer types. */
export function layoutOf(config: JsonValue): "channels-first" | "channels-last" {
  return config.at("data_format").word(["channels_last", "channels_first"], "channels_last") === "channels_first"
    ? "channels-first"
    : "channels-last";
}

/** One number an axis; a single number stands for all. */
export function perAxis(value: JsonValue, rank: number, fallback?: readonly number[]): readonly number[] {
  if (!value.isPresent && fallback !== undefined) return fallback;
  if (!value.isList) return new Array<number>(rank).fill(value.integer());
  const numbers = value.integers();
  if (numbers.length === 1 && rank > 1) return new Array<number>(rank).fill(numbers[0]!);
  check(numbers.length === rank, () => `${value.place} has ${numbers.length} numbers, ${rank} ${rank === 1 ? "is" : "are"} expected`);
  return numbers;
}

/** Two numbers an axis, before and after it; a single number, or one an axis, stands for both. All befores, then all afters. */
export function pairPerAxis(value: JsonValue, rank: number, fallback: number): readonly number[] {
  if (!value.isPresent) return new Array<number>(2 * rank).fill(fallback);
  const items = value.isList ? value.items() : new Array<JsonValue>(rank).fill(value);
  // Of one axis, [before, after] stands without a list around it.
  const pairs = rank === 1 && items.length === 2 ? [value] : items;
  check(pairs.length === rank, () => `${value.place} has ${pairs.length} entries, ${rank} are expected`);
  const both = pairs.map((pair) => perAxis(pair, 2));
  return [...both.map(([before]) => before!), ...both.map(([, after]) => after!)];
}

/** Axes, one or a list. */
export function axesOf(value: JsonValue, fallback: readonly number[]): readonly number[] {
  if (!value.isPresent) return fallback;
  return value.isList ? value.integers() : [value.integer()];
}
