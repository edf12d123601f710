import { float32, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { float, stored, translated } from "../../test/translated.ts";
import { batchNormalizationOperator } from "./batch-normalization.ts";

describe("BatchNormalization", () => {
  const vector = stored(float32(3));
  const inputs = { x: float32(2, 3, 8), scale: vector, bias: vector, mean: vector, variance: vector };

  it("takes its vectors along", () => {
    expect(translated(batchNormalizationOperator, 15, inputs, { attributes: { epsilon: float(0.001) } })).toEqual([
      { type: "batch-norm", attributes: {}, inputs: ["x"], weights: ["scale", "bias", "mean", "variance"], outputs: ["y"] },
    ]);
  });

  it("gives out running statistics when training", () => {
    const mixed = { ...inputs, x: tensor("float16", [2, 3, 8]) };
    const node = { attributes: { training_mode: 1 }, outputs: ["y", "mean1", "variance1"] };
    expect(translated(batchNormalizationOperator, 15, mixed, node)[0]).toMatchObject({
      attributes: { training: true, statistics: 2, statisticsDtype: "float32" },
      outputs: ["y", "mean1", "variance1"],
    });
  });

  it("gives out running and saved statistics before version 14", () => {
    const outputs = ["y", "mean1", "variance1", "saved mean", "saved variance"];
    expect(translated(batchNormalizationOperator, 9, inputs, { outputs })[0]).toMatchObject({
      attributes: { training: true, statistics: 4 },
      outputs,
    });
  });

  it("refuses vectors of another size, but for those of each element before version 9", () => {
    const wide = stored(float32(3, 8));
    const spatial = { ...inputs, scale: wide, bias: wide, mean: wide, variance: wide };
    expect(translated(batchNormalizationOperator, 7, spatial, { attributes: { spatial: 0 } })).toHaveLength(1);
    expect(() => translated(batchNormalizationOperator, 15, { ...inputs, x: float32(2, 4, 8) })).toThrow(
      "the input has 4 channels, scale 3 elements",
    );
  });
});
