import { z } from "zod";

/** A size of a dimension, or another count; unlike `z.int()`, also one beyond 2^53. */
export const size: z.ZodNumber = z
  .number({ error: ({ input }) => (input === undefined ? "is missing" : "must be a whole number") })
  .min(0, "must not be negative")
  .multipleOf(1, "must be a whole number");

/** Sizes of a tensor's dimensions. */
export const sizes: z.ZodArray<z.ZodNumber> = z.array(size);
