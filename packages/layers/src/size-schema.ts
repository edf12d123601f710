import { z } from "zod";

/** A whole number from a least one on, up to what files can hold; unlike `z.int()`, also one beyond 2^53. */
function wholeUpTo63Bits(least: number, tooSmall: string): z.ZodNumber {
  return (
    z
      .number({ error: ({ input }) => (input === undefined ? "is missing" : "must be a whole number") })
      .min(least, tooSmall)
      .max(2 ** 63, "must be at most 2^63")
      .multipleOf(1, "must be a whole number")
      // Of a tiny fraction, `multipleOf` sees only what rounding could have left.
      .refine(Number.isInteger, "must be a whole number")
  );
}

/** A size of a dimension, or another count. */
export const size: z.ZodNumber = wholeUpTo63Bits(0, "must not be negative");

/** Sizes of a tensor's dimensions. */
export const sizes: z.ZodArray<z.ZodNumber> = z.array(size);

/** Sizes of dimensions, of which −1 stands for one that the others tell. */
export const targetSizes: z.ZodArray<z.ZodNumber> = z.array(wholeUpTo63Bits(-1, "must be at least -1"));
