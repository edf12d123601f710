import { describe, expect, it } from "vitest";
import { formatType, tensorTypes, type ValueType } from "./value-type.ts";

const tensor = { dtype: "float32", shape: [2, 3] } as const;

describe("tensorTypes", () => {
  it.each<[ValueType, number | undefined]>([
    [tensor, 1],
    [{ kind: "sequence", elements: [tensor, { kind: "sequence", elements: [tensor, tensor] }] }, 3],
    [{ kind: "sequence", elements: [] }, 0],
    [{ kind: "sequence", element: tensor }, undefined], // how many is not known
    [{ kind: "sequence", elements: [tensor, { kind: "map", key: "int64" }] }, undefined],
    [{ kind: "optional", element: tensor, present: true }, 1],
    [{ kind: "optional", element: tensor, present: false }, 0],
    [{ kind: "optional", element: tensor }, undefined],
    [{ kind: "map", key: "string", value: tensor }, undefined],
  ])("of %j: %s", (type, count) => {
    expect(tensorTypes(type)?.length).toBe(count);
  });
});

describe("formatType", () => {
  it.each<[ValueType, string]>([
    [tensor, "float32 2×3"],
    [{ kind: "sequence", elements: [tensor, tensor] }, "sequence of 2"],
    [{ kind: "sequence", element: tensor }, "sequence"],
    [{ kind: "optional" }, "optional"],
    [{ kind: "map", key: "int64" }, "map"],
  ])("writes %j as %s", (type, text) => {
    expect(formatType(type)).toBe(text);
  });
});
