import { tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stored, translated } from "../../test/translated.ts";
import { matmulIntegerOperator, qlinearMatmulOperator } from "./integer-matmul.ts";

const a = tensor("uint8", [4, 3]);
const b = stored(tensor("int8", [3, 2]));
const scale = stored(tensor("float32", []));
const zeroPoint = stored(tensor("uint8", []));

describe("MatMulInteger", () => {
  it("accumulates in int32", () => {
    expect(translated(matmulIntegerOperator, 10, { a, b })).toEqual([
      { type: "matmul", attributes: { dtype: "int32" }, inputs: ["a", "b"], weights: [], outputs: ["y"] },
    ]);
  });
});

describe("QLinearMatMul", () => {
  it("gives the dtype of the output's zero point", () => {
    const inputs = { a, aScale: scale, aZeroPoint: zeroPoint, b, bScale: scale, bZeroPoint: zeroPoint, scale, zeroPoint };
    expect(translated(qlinearMatmulOperator, 21, inputs)[0]).toMatchObject({
      type: "matmul",
      attributes: { dtype: "uint8" },
      inputs: ["a", "b"],
    });
  });
});
