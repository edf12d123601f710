import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { translated } from "../../test/translated.ts";
import { meanVarianceNormalizationOperator } from "./mean-variance-normalization.ts";

describe("MeanVarianceNormalization", () => {
  it("is a layer norm without scale, over all but channels", () => {
    const x = float32(2, 3, 4, 5);
    expect(translated(meanVarianceNormalizationOperator, 13, { x })[0]).toMatchObject({
      type: "layer-norm",
      attributes: { axes: [0, 2, 3], scale: false },
    });
    expect(translated(meanVarianceNormalizationOperator, 9, { x }, { attributes: { axes: [1] } })[0]?.attributes).toMatchObject({
      axes: [1],
    });
  });
});
