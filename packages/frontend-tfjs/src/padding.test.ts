import { describe, expect, it } from "vitest";
import { causalPads, samePads } from "./padding.ts";

describe("padding", () => {
  it('"same" fits ⌈size / stride⌉ windows, with the odd one at the end', () => {
    const window = { kernel: [3, 5], strides: [2, 3], dilations: [1, 1] };
    expect(samePads([17, 20], window)).toEqual([1, 1, 1, 2]); // (9 − 1) · 2 + 3 − 17 = 2, (7 − 1) · 3 + 5 − 20 = 3
  });

  it('"same" adds nothing where a window leaves elements out', () => {
    expect(samePads([7], { kernel: [1], strides: [3], dilations: [1] })).toEqual([0, 0]);
  });

  it("causal stands before", () => {
    expect(causalPads({ kernel: [3], strides: [1], dilations: [4] })).toEqual([8, 0]); // 4 · (3 − 1)
  });
});
