import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { translated } from "../../test/translated.ts";
import { geluOperator } from "./gelu.ts";

describe("Gelu", () => {
  it("is exact or approximate", () => {
    const gelu = (approximate: string): unknown =>
      translated(geluOperator, 20, { x: float32(2) }, { attributes: { approximate } })[0]?.attributes;
    expect(gelu("none")).toEqual({ function: "gelu" });
    expect(gelu("tanh")).toEqual({ function: "gelu-tanh" });
    expect(() => gelu("sigmoid")).toThrow('attribute approximate is "sigmoid", not one of none, tanh');
  });
});
