import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveStridedSlice, type StridedSliceSpec } from "./strided-slice.ts";

const spec = (
  begin: readonly number[],
  end: readonly number[],
  strides: readonly number[],
  masks: Partial<StridedSliceSpec> = {},
): StridedSliceSpec => ({
  entries: begin.length,
  begin,
  end,
  strides,
  beginMask: 0,
  endMask: 0,
  ellipsisMask: 0,
  newAxisMask: 0,
  shrinkAxisMask: 0,
  ...masks,
});

describe("StridedSlice", () => {
  it("is a slice of each dimension", () => {
    expect(resolveStridedSlice([5, 6], spec([1, -3], [4, 6], [2, 1]))).toEqual({
      early: false,
      placed: true,
      starts: [1, 3],
      sizes: [2, 3],
      steps: [2, 1],
      shape: [2, 3],
    });
    expect(resolveStridedSlice([5], spec([4], [0], [-2], { endMask: 1 }))).toMatchObject({ starts: [4], sizes: [3] }); // 4, 2, 0
    expect(resolveStridedSlice([5], spec([3], [1], [1]))).toMatchObject({ sizes: [0] });
  });

  it("takes dimensions away, adds new ones, and skips some", () => {
    expect(resolveStridedSlice([5, 6, 7], spec([2, 0, 1], [0, 0, 3], [1, 1, 1], { shrinkAxisMask: 1, ellipsisMask: 2 }))).toMatchObject({
      starts: [2, 0, 1],
      sizes: [1, 6, 2],
      shape: [6, 2],
    });
    expect(resolveStridedSlice([5], spec([0, 0], [0, 0], [1, 1], { newAxisMask: 1, beginMask: 2, endMask: 2 }))).toMatchObject({
      shape: [1, 5],
    });
  });

  it("needs no numbers for single indices, and knows no size of ranges without them", () => {
    const unknown = { begin: undefined, end: undefined, strides: undefined };
    expect(resolveStridedSlice([5], { ...spec([0], [0], [1], { shrinkAxisMask: 1 }), ...unknown })).toMatchObject({
      placed: false,
      shape: [],
    });
    expect(resolveStridedSlice([5], { ...spec([0], [0], [1]), ...unknown })).toBeUndefined();
  });

  it("takes a range that begins nobody knows where from the first element on", () => {
    const masks = { endMask: 1, vagueBegin: true };
    expect(resolveStridedSlice([8], spec([6], [0], [1], masks))).toMatchObject({ early: true, placed: false, starts: [0], sizes: [8] });
    expect(resolveStridedSlice([8], spec([6], [0], [-1], masks))).toMatchObject({ early: true, starts: [7], sizes: [8] });
    // Where the end is as vague, the two may keep their distance.
    const both = { vagueBegin: true, vagueEnd: true };
    expect(resolveStridedSlice([8], spec([4], [6], [1], both))).toMatchObject({ early: false, placed: true, starts: [4], sizes: [2] });
  });

  it("refuses what does not fit", () => {
    expect(() => resolveStridedSlice([5], spec([7], [0], [1], { shrinkAxisMask: 1 }))).toThrow(
      "index 7 lies outside a dimension of size 5",
    );
    expect(() => resolveStridedSlice([5], spec([0, 0], [1, 1], [1, 1]))).toThrow("2 entries do not index 1 dimensions");
    expect(() => resolveStridedSlice([5], spec([0], [1], [0]))).toThrow("a stride is 0");
  });

  it("takes as many elements as counting them finds", () => {
    const number = fc.integer({ min: -9, max: 9 });
    const step = number.filter((each) => each !== 0);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), number, number, step, (size, begin, end, stride) => {
        const taken: number[] = [];
        const clamp = (index: number): number =>
          Math.min(stride > 0 ? size : size - 1, Math.max(stride > 0 ? 0 : -1, index < 0 ? index + size : index));
        for (let at = clamp(begin); stride > 0 ? at < clamp(end) : at > clamp(end); at += stride) taken.push(at);
        const slice = resolveStridedSlice([size], spec([begin], [end], [stride]));
        expect(slice).toMatchObject({ sizes: [taken.length], ...(taken.length > 0 && { starts: [taken[0]] }) });
      }),
    );
  });
});
