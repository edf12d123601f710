import { describe, expect, it } from "vitest";
import { join, split } from "./layout.ts";

describe("feature maps", () => {
  it("come apart and together in both layouts", () => {
    const first = { batch: 2, channels: 3, spatial: [8, 9] };
    expect(split([2, 3, 8, 9], "channels-first")).toEqual(first);
    expect(split([2, 8, 9, 3], "channels-last")).toEqual(first);
    expect(join(first, "channels-first")).toEqual([2, 3, 8, 9]);
    expect(join(first, "channels-last")).toEqual([2, 8, 9, 3]);
    expect(split([2, 3], "channels-last")).toEqual({ batch: 2, channels: 3, spatial: [] });
  });

  it("have batch, channels, and the kernel's dimensions", () => {
    expect(() => split([2], "channels-first")).toThrow("feature maps have at least 2 dimensions (batch, channels), not 1");
    expect(() => split([2, 3, 8], "channels-first", 2)).toThrow("the input has 1 spatial dimensions, the kernel has 2");
  });
});
