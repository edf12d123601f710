import { tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stored, translated } from "../../test/translated.ts";
import { convIntegerOperator, qlinearConvOperator } from "./integer-convolution.ts";

const x = tensor("uint8", [1, 2, 5, 5]);
const weight = stored(tensor("int8", [3, 2, 2, 2]));
const scale = stored(tensor("float32", []));
const zeroPoint = stored(tensor("int8", []));

describe("ConvInteger", () => {
  it("accumulates in int32", () => {
    expect(translated(convIntegerOperator, 10, { x, weight, zeroPoint })).toEqual([
      {
        type: "conv",
        attributes: { filters: 3, kernel: [2, 2], groups: 1, dtype: "int32" },
        inputs: ["x"],
        weights: ["weight", "zeroPoint"],
        outputs: ["y"],
      },
    ]);
  });
});

describe("QLinearConv", () => {
  it("gives the dtype of the output's zero point", () => {
    const inputs = { x, xScale: scale, xZeroPoint: zeroPoint, weight, weightScale: scale, weightZeroPoint: zeroPoint, scale, zeroPoint };
    const [layer] = translated(qlinearConvOperator, 10, { ...inputs, bias: stored(tensor("int32", [3])) });
    expect(layer).toMatchObject({ type: "conv", attributes: { filters: 3, dtype: "int8", bias: true }, inputs: ["x"] });
    expect(layer?.weights).toEqual(["xScale", "xZeroPoint", "weight", "weightScale", "weightZeroPoint", "scale", "zeroPoint", "bias"]);
  });
});
