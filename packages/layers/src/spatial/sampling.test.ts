import { describe, expect, it } from "vitest";
import { samplingWork } from "./sampling.ts";

describe("the work of sampling", () => {
  it("copies the nearest element", () => {
    expect(samplingWork("nearest", 2, { places: 10, reads: 30 })).toEqual({ round: 20 }); // each coordinate
  });

  it("weighs four neighbours of a point in the plane", () => {
    expect(samplingWork("linear", 2, { places: 10, reads: 30 })).toEqual({
      round: 20,
      add: 130, // 10 · 2 · 2 for the fractions, 30 · 3
      multiply: 160, // 10 · 4 products of two weights, 30 · 4
    });
  });

  it("weighs four neighbours along a line by cubic polynomials", () => {
    expect(samplingWork("cubic", 1, { places: 1, reads: 1 })).toEqual({
      round: 1,
      add: 17, // 2 + 4 · 3 for the weights, 3 to sum
      multiply: 16, // 4 · 3 for the weights, 4
    });
  });
});
