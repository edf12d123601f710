import type { ScaleLinear, ScaleLogarithmic } from "d3-scale";
import type { Tick } from "./axes.ts";
import { amount } from "./words.ts";

/** About so many marks of a linear scale. */
export function linearTicks(scale: ScaleLinear<number, number>, count: number, unit: string): readonly Tick[] {
  return scale.ticks(count).map((value) => ({ at: scale(value), label: labelOf(value, unit) }));
}

/** The marks of a logarithmic scale: powers of ten, and 2 and 5 times these where they are few. */
export function logTicks(scale: ScaleLogarithmic<number, number>, unit: string): readonly Tick[] {
  const [least, most] = scale.domain() as [number, number];
  const decades = Math.log10(most / least);
  const steps = decades > 3 ? [1] : [1, 2, 5];
  const ticks: Tick[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power++) {
    for (const step of steps) {
      const value = Number(`${step}e${power}`);
      if (value >= least && value <= most) ticks.push({ at: scale(value), label: labelOf(value, unit) });
    }
  }
  return ticks;
}

function labelOf(value: number, unit: string): string {
  return unit === "" && value < 1e4 ? String(value) : amount(value, unit);
}
