import { float32, int64 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { mergeTypes } from "./merge-types.ts";

describe("merging types", () => {
  it("keeps what agrees", () => {
    expect(mergeTypes(float32(2, 3), float32(2, 3))).toEqual(float32(2, 3));
    expect(mergeTypes({ ...float32(2), status: "at-most" }, float32(2))).toEqual({ ...float32(2), status: "at-most" });
  });

  it("bounds sizes that differ", () => {
    expect(mergeTypes(float32(2, 5), float32(4, 3))).toEqual({ ...float32(4, 5), status: "at-most" });
  });

  it("takes the larger of tensors that have nothing in common", () => {
    expect(mergeTypes(float32(2, 5), float32(4))).toEqual({ ...float32(2, 5), status: "estimate" });
    expect(mergeTypes(float32(2), int64(3))).toEqual({ ...int64(3), status: "estimate" });
    expect(mergeTypes(float32(2), { kind: "sequence" })).toEqual({ ...float32(2), status: "estimate" });
  });

  it("merges sequences of one length element by element, others into what they share", () => {
    const a = { kind: "sequence" as const, elements: [float32(1), float32(2)] };
    const b = { kind: "sequence" as const, elements: [float32(1), float32(5)] };
    expect(mergeTypes(a, b)).toEqual({ kind: "sequence", elements: [float32(1), { ...float32(5), status: "at-most" }] });
    expect(mergeTypes(a, { kind: "sequence", elements: [] })).toEqual({ kind: "sequence", element: { ...float32(2), status: "at-most" } });
    expect(mergeTypes({ kind: "sequence" }, { kind: "sequence" })).toEqual({ kind: "sequence" });
  });

  it("merges optionals by what they may hold", () => {
    const present = { kind: "optional" as const, element: float32(2), present: true };
    expect(mergeTypes(present, present)).toEqual(present);
    expect(mergeTypes(present, { kind: "optional", present: false })).toEqual({ kind: "optional", element: float32(2) });
  });
});
