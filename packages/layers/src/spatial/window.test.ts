import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slide, spread } from "./window.ts";

describe("a sliding window", () => {
  it("rounds positions down", () => {
    expect(slide([224], { kernel: [11], strides: [4], pads: [2, 2] })).toEqual([55]); // ⌊(224 + 4 − 11) / 4⌋ + 1
    expect(slide([7, 7], { kernel: [3, 1], dilations: [2, 1], strides: [1, 3] })).toEqual([3, 3]); // 7 − 5 + 1; ⌊6 / 3⌋ + 1
    expect(slide([5], { kernel: [2], strides: [2], pads: [0, 1] })).toEqual([3]); // ⌊(5 + 1 − 2) / 2⌋ + 1
  });

  it("rounds up where the last position begins inside", () => {
    const window = { kernel: [2], strides: [3] };
    expect(slide([6], window)).toEqual([2]); // ⌊4 / 3⌋ + 1
    expect(slide([6], window, true)).toEqual([2]); // ⌈4 / 3⌉ + 1 = 3, but the third begins at 6, behind the input
    expect(slide([7], window, true)).toEqual([3]); // the third begins at 6, on the last element
    expect(slide([2], { kernel: [1], strides: [2], pads: [0, 1] }, true)).toEqual([1]); // the second would begin in the padding behind
    expect(slide([2], { kernel: [1], strides: [2], pads: [1, 0] }, true)).toEqual([2]); // it begins on the last element
  });

  it("has no position over nothing", () => {
    expect(slide([0], { kernel: [3] })).toEqual([0]);
    expect(slide([0], { kernel: [3], pads: [2, 2] })).toEqual([2]); // over the padding alone
  });

  it("does not fit what is smaller", () => {
    expect(() => slide([8, 2], { kernel: [3, 3] })).toThrow("a window of 3 does not fit size 2 (spatial dimension 1 of 8×2)");
    expect(() => slide([2], { kernel: [3], dilations: [3], pads: [1, 2] })).toThrow(
      "a window of 7 does not fit size 2, with 1 + 2 of padding (spatial dimension 0 of 2)",
    );
  });

  it("has one entry for each dimension", () => {
    expect(() => slide([8, 8], { kernel: [3, 3], strides: [1] })).toThrow(
      "strides has 1 entries, 2 are expected for a kernel of 2 dimensions",
    );
    expect(() => slide([8, 8], { kernel: [3, 3], pads: [1, 1] })).toThrow(
      "pads has 2 entries, 4 are expected for a kernel of 2 dimensions",
    );
  });
});

describe("a transposed window", () => {
  it("spreads over what it slides from", () => {
    expect(spread([3], { kernel: [3], strides: [2], pads: [1, 1] })).toEqual([5]); // 2 · 2 + 3 − 2
    expect(spread([3], { kernel: [3], strides: [2], pads: [1, 1] }, [1])).toEqual([6]);
    expect(spread([2], { kernel: [3], dilations: [2] })).toEqual([6]); // 1 + 5
    expect(spread([0], { kernel: [3] })).toEqual([0]);
  });

  it("refuses padding beyond what is written", () => {
    expect(() => spread([1], { kernel: [2], pads: [2, 1] })).toThrow("pads of 2 and 1 take away more than the 2 of spatial dimension 0");
    expect(() => spread([1], { kernel: [2] }, [0, 0])).toThrow("outputPads has 2 entries, 1 are expected for a kernel of 1 dimensions");
  });

  const small = fc.integer({ min: 1, max: 6 });
  const windowOfOne = fc.record({ kernel: small, stride: small, dilation: small, pad: fc.integer({ min: 0, max: 5 }) });

  it("undoes a sliding window, up to the stride", () => {
    fc.assert(
      fc.property(windowOfOne, fc.integer({ min: 31, max: 99 }), ({ kernel, stride, dilation, pad }, size) => {
        const window = { kernel: [kernel], strides: [stride], dilations: [dilation], pads: [pad, pad] };
        const lost = size - spread(slide([size], window), window)[0]!;
        expect(lost).toBeGreaterThanOrEqual(0);
        expect(lost).toBeLessThan(stride);
        expect(spread(slide([size], window), window, [lost])).toEqual([size]);
      }),
    );
  });

  it("rounds up to at most one position more, where the padding is smaller than the window", () => {
    fc.assert(
      fc.property(windowOfOne, fc.integer({ min: 31, max: 99 }), ({ kernel, stride, dilation }, size) => {
        const window = { kernel: [kernel], strides: [stride], dilations: [dilation], pads: [kernel - 1, kernel - 1] };
        const more = slide([size], window, true)[0]! - slide([size], window)[0]!;
        expect([0, 1]).toContain(more);
      }),
    );
  });
});
