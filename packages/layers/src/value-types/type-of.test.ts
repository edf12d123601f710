import { describe, expect, it } from "vitest";
import { typeOf } from "./type-of.ts";

describe("the type of an input", () => {
  it("leaves out values and status", () => {
    expect(typeOf({ dtype: "int64", shape: [1], values: [7], status: "at-most" })).toEqual({ dtype: "int64", shape: [1] });
  });
});
