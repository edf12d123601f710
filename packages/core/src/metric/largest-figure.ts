import { combine, combineAll, type Status } from "../ir/status.ts";
import { exact, type Figure, figure } from "./figure.ts";

/**
 * The largest of figures that hold side by side; 0 of none. One that may be larger than it says leaves a lower bound. Where only one of
 * them comes true, it is `maxFigure`.
 */
export function largestFigure(figures: readonly Figure[]): Figure {
  let best = exact(0);
  for (const each of figures) {
    if (each.value === null) continue;
    if (each.value > best.value! || (each.value === best.value && each.status === "exact")) best = each;
  }
  const open = figures.map(({ status }) => status).filter((status): status is Status => status !== "exact" && status !== "at-most");
  return figure(best.value, combine(best.status, combineAll(open)));
}
