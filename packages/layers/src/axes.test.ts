import { describe, expect, it } from "vitest";
import { resolveAxes } from "./axes.ts";

describe("axes", () => {
  it("count from the end where they are negative", () => {
    expect(resolveAxes([0, -1], 3)).toEqual([0, 2]);
  });

  it("are refused twice, or outside the tensor", () => {
    expect(() => resolveAxes([1, -2], 3)).toThrow("axis -2 is named twice");
    expect(() => resolveAxes([3], 3)).toThrow("axis 3 lies outside a tensor of 3 dimensions");
  });
});
