import { float32, int64, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { ELEMENTS_LIMIT, placeIn, repeatedElement, sequenceOf, sequenceType, sharedElement, withElement } from "./sequence-type.ts";

const known = { status: "exact" as const };

describe("sequences", () => {
  it("tell what their elements share", () => {
    expect(sharedElement({ kind: "sequence", elements: [float32(2), float32(3)] })).toEqual({ ...float32(3), status: "at-most" });
    expect(sharedElement({ kind: "sequence", element: int64(1) })).toEqual(int64(1));
    expect(sharedElement({ kind: "sequence", elements: [] })).toBeUndefined();
    expect(withElement({ kind: "sequence", elements: [float32(2)] }, float32(2))).toEqual({ kind: "sequence", element: float32(2) });
    expect(withElement({ kind: "sequence" }, undefined)).toEqual({ kind: "sequence" });
  });

  it("tell their elements one by one, unless there are too many", () => {
    expect(repeatedElement(float32(1), 2)).toEqual({ kind: "sequence", elements: [float32(1), float32(1)] });
    expect(repeatedElement(float32(1), 2 ** 60)).toEqual({ kind: "sequence", element: float32(1) });
    const many = Array.from({ length: ELEMENTS_LIMIT + 1 }, () => float32(1));
    expect(sequenceType(many)).toEqual({ kind: "sequence", element: float32(1) });
  });

  it("find positions from both ends", () => {
    const at = (value: number): number | undefined => placeIn({ ...tensor("int64", [], [value]), ...known }, 3);
    expect([at(0), at(-1), at(3), at(-4)]).toEqual([0, 2, undefined, undefined]);
    expect(placeIn({ ...int64(), ...known }, 3)).toBeUndefined();
  });

  it("are no tensors", () => {
    expect(() => sequenceOf({ ...float32(1), ...known }, "sequence")).toThrow('input "sequence" is a tensor, not a sequence');
  });
});
