import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { translated } from "../../test/translated.ts";
import { gridSampleOperator } from "./grid-sample.ts";

describe("GridSample", () => {
  it("knows the modes of its versions", () => {
    const inputs = { x: float32(1, 3, 8, 8), grid: float32(1, 4, 4, 2) };
    const mode = (version: number, word: string): unknown =>
      translated(gridSampleOperator, version, inputs, { attributes: { mode: word } })[0]?.attributes["mode"];
    expect(mode(16, "bilinear")).toBe("linear");
    expect(mode(16, "bicubic")).toBe("cubic");
    expect(mode(20, "cubic")).toBe("cubic");
    expect(mode(20, "nearest")).toBe("nearest");
    expect(translated(gridSampleOperator, 22, inputs)[0]).toMatchObject({
      type: "grid-sample",
      attributes: { mode: "linear" },
      inputs: ["x", "grid"],
    });
  });
});
