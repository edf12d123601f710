import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { translated } from "../../test/translated.ts";
import { einsumOperator } from "./einsum.ts";

describe("Einsum", () => {
  it("passes its equation on", () => {
    const inputs = { a: float32(2, 3), b: float32(3, 4) };
    expect(translated(einsumOperator, 12, inputs, { attributes: { equation: "ij,jk->ik" } })[0]).toMatchObject({
      type: "einsum",
      attributes: { equation: "ij,jk->ik" },
      inputs: ["a", "b"],
    });
    expect(() => translated(einsumOperator, 12, inputs)).toThrow('Einsum "node": attribute equation is missing');
  });
});
