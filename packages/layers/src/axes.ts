import { check, resolveAxis } from "@modelgauge/core";
import { z } from "zod";

/** An axis, as attributes name it: it may count from the end. */
export const axis: z.ZodInt = z.int({ error: ({ input }) => (input === undefined ? "is missing" : "must be a whole number") });

/**
 * Positions of axes that may count from the end, each once.
 *
 * @throws ModelGaugeError `invalid-layer` when an axis lies outside the tensor, or two are the same
 */
export function resolveAxes(axes: readonly number[], rank: number): readonly number[] {
  const resolved = axes.map((axis) => resolveAxis(axis, rank));
  resolved.forEach((axis, position) => check(resolved.indexOf(axis) === position, () => `axis ${axes[position]} is named twice`));
  return resolved;
}
