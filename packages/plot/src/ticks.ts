import { type ScaleLinear, scaleLinear, type ScaleLogarithmic } from "d3-scale";
import type { Tick } from "./axes.ts";

/** About so many marks of a linear scale. */
export function linearTicks(scale: ScaleLinear<number, number>, count: number, label: (value: number) => string): readonly Tick[] {
  return scale.ticks(count).map((value) => ({ at: scale(value), label: label(value) }));
}

/**
 * The marks of a logarithmic scale, so many pixels apart at least: powers of ten; where these are fewer than three, 2 and 5 times these
 * too, or round numbers.
 */
export function logTicks(scale: ScaleLogarithmic<number, number>, apart: number, label: (value: number) => string): readonly Tick[] {
  const [least, most] = scale.domain() as [number, number];
  const powers = stepsWithin(least, most, [1]);
  const distance = (values: readonly number[]): number =>
    Math.min(...values.slice(1).map((value, index) => Math.abs(scale(value) - scale(values[index]!))));
  const finer = [stepsWithin(least, most, [1, 2, 5]), scaleLinear([least, most], [0, 1]).ticks(4)];
  const values = powers.length >= 3 ? powers : (finer.find((each) => each.length >= 3 && distance(each) >= apart) ?? powers);
  const every = Math.max(1, Math.ceil(apart / distance(values)));
  return values.filter((_, index) => index % every === 0).map((value) => ({ at: scale(value), label: label(value) }));
}

/** Powers of ten, times each of some steps. */
function stepsWithin(least: number, most: number, steps: readonly number[]): readonly number[] {
  const [from, to] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
  return Array.from({ length: to - from + 1 }, (_, index) => steps.map((step) => Number(`${step}e${from + index}`)))
    .flat()
    .filter((value) => value >= least && value <= most);
}
