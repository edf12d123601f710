import { z } from "zod";

/** A size of a dimension; unlike `z.int()`, also one beyond 2^53. */
export const size: z.ZodNumber = z.number().nonnegative().multipleOf(1, "must be a whole number");

/** Sizes of a tensor's dimensions. */
export const sizes: z.ZodArray<z.ZodNumber> = z.array(size);
