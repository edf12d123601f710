import { float32, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stored, translated } from "../../test/translated.ts";
import { layerNormalizationOperator, rmsNormalizationOperator } from "./layer-normalization.ts";

const x = tensor("float16", [2, 3, 8]);
const scale = stored(tensor("float16", [3, 8]));

describe("LayerNormalization", () => {
  it("normalises its axis and all after it", () => {
    expect(translated(layerNormalizationOperator, 17, { x, scale, bias: scale }, { attributes: { axis: 1 } })).toEqual([
      {
        type: "layer-norm",
        attributes: { axes: [1, 2], shift: true, statistics: false, statisticsDtype: "float32" },
        inputs: ["x"],
        weights: ["scale", "bias"],
        outputs: ["y"],
      },
    ]);
    expect(translated(layerNormalizationOperator, 17, { x, scale })[0]?.attributes).toMatchObject({ axes: [2], shift: false });
  });

  it("gives out statistics in the dtype of stash_type", () => {
    const node = { attributes: { stash_type: 16 }, outputs: ["y", "", "deviation"] };
    expect(translated(layerNormalizationOperator, 17, { x, scale }, node)[0]).toMatchObject({
      attributes: { statistics: true, statisticsDtype: "bfloat16" },
      outputs: ["y", undefined, "deviation"],
    });
  });
});

describe("RMSNormalization", () => {
  it("leaves the mean where it is", () => {
    expect(translated(rmsNormalizationOperator, 23, { x: float32(2, 3, 8), scale }, { attributes: { axis: -2 } })[0]).toMatchObject({
      type: "layer-norm",
      attributes: { kind: "rms", axes: [1, 2] },
    });
  });
});
