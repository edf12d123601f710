import { describe, expect, it } from "vitest";
import { bitsOf, bytesOf, DTYPES, isDType, isFloat, isFloatingPoint, isInteger } from "./dtype.ts";

describe("bytesOf", () => {
  it.each([
    ["float32", 3, 12],
    ["complex128", 2, 32],
    ["bool", 5, 5],
    ["int4", 4, 2],
    ["int4", 5, 3], // 20 bits, rounded up
    ["uint2", 1, 1],
    ["int4", 0, 0],
    ["string", 5, undefined],
  ] as const)("packs %s × %d into %s bytes", (dtype, elements, bytes) => {
    expect(bytesOf(dtype, elements)).toBe(bytes);
  });
});

describe("element types", () => {
  it("are of one kind each", () => {
    const kinds = DTYPES.map((dtype) => [
      isFloat(dtype),
      isInteger(dtype),
      dtype.startsWith("complex"),
      dtype === "bool",
      dtype === "string",
    ]);
    expect(kinds.every((kind) => kind.filter(Boolean).length === 1)).toBe(true);
    expect(DTYPES.filter(isFloatingPoint).filter((dtype) => !isFloat(dtype))).toEqual(["complex64", "complex128"]);
  });

  it("have the bits that their names tell", () => {
    for (const dtype of DTYPES.filter((name) => /^(float|u?int)\d+$/.test(name)))
      expect(bitsOf(dtype)).toBe(Number(dtype.match(/\d+/)![0]));
  });

  it("are told from other words", () => {
    expect(["float32", "bfloat16"].every(isDType)).toBe(true);
    expect(["float", "toString", "__proto__", "", 32, undefined].some(isDType)).toBe(false);
  });
});
