import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { translated } from "../../test/translated.ts";
import { lpNormalizationOperator } from "./lp-normalization.ts";

describe("LpNormalization", () => {
  it("divides by the norm along an axis", () => {
    const x = float32(2, 3);
    expect(translated(lpNormalizationOperator, 1, { x })[0]).toMatchObject({ type: "lp-norm", attributes: { axes: [-1], power: 2 } });
    expect(translated(lpNormalizationOperator, 22, { x }, { attributes: { axis: 0, p: 1 } })[0]?.attributes).toEqual({
      axes: [0],
      power: 1,
    });
  });
});
