import { z } from "zod";

/** A whole number, as attributes count things; what is wrong with it is said in words. */
export function wholeFrom(least: number): z.ZodInt {
  return z
    .int({ error: ({ input }) => (input === undefined ? "is missing" : "must be a whole number") })
    .min(least, `must be at least ${least}`);
}
