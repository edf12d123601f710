import fc from "fast-check";

const LARGE = [2 ** 16, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1];

/** A size as models have it, seldom one that nobody could allocate. */
export const anySize: fc.Arbitrary<number> = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom(...LARGE) },
);

/** Any number that stands for a whole one in a file: seldom negative or beyond all sizes. */
export const anyInteger: fc.Arbitrary<number> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 8 }) },
  { weight: 2, arbitrary: fc.integer({ min: -8, max: -1 }) },
  { weight: 1, arbitrary: fc.constantFrom(...LARGE, ...LARGE.map((size) => -size)) },
);
