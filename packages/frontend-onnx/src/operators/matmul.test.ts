import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stored, translated } from "../../test/translated.ts";
import { matmulOperator } from "./matmul.ts";

describe("MatMul", () => {
  it("multiplies what flows and what is stored alike", () => {
    expect(translated(matmulOperator, 13, { a: float32(8, 30), b: stored(float32(30, 10)) })).toEqual([
      { type: "matmul", attributes: {}, inputs: ["a", "b"], weights: [], outputs: ["y"] },
    ]);
  });
});
