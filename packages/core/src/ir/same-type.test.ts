import { describe, expect, it } from "vitest";
import { sameType } from "./same-type.ts";
import type { TensorType } from "./value-type.ts";

const float32 = (...shape: readonly number[]): TensorType => ({ dtype: "float32", shape });
const int64 = (...shape: readonly number[]): TensorType => ({ dtype: "int64", shape });

describe("the same type", () => {
  it("means dtype and sizes", () => {
    expect(sameType(float32(2), float32(2))).toBe(true);
    expect(sameType(float32(2), float32(3))).toBe(false);
    expect(sameType(float32(2), int64(2))).toBe(false);
    expect(sameType(float32(2), { kind: "sequence" })).toBe(false);
    expect(sameType(undefined, undefined)).toBe(true);
    expect(sameType(float32(2), undefined)).toBe(false);
  });

  it("looks into sequences, optionals and maps", () => {
    const two = { kind: "sequence" as const, elements: [float32(1), float32(2)] };
    expect(sameType(two, { kind: "sequence", elements: [float32(1), float32(2)] })).toBe(true);
    expect(sameType(two, { kind: "sequence", elements: [float32(1)] })).toBe(false);
    expect(sameType({ kind: "sequence", element: float32(1) }, { kind: "sequence", element: float32(2) })).toBe(false);
    expect(sameType({ kind: "optional", element: float32(1) }, { kind: "optional", element: float32(1) })).toBe(true);
    expect(sameType({ kind: "optional", present: true }, { kind: "optional", present: false })).toBe(false);
    expect(sameType({ kind: "map", key: "int64", value: float32() }, { kind: "map", key: "int64", value: float32() })).toBe(true);
    expect(sameType({ kind: "map", key: "int64" }, { kind: "map", key: "string" })).toBe(false);
  });
});
