import { describeLayer, float32, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stack } from "./stack.ts";

describe("stack", () => {
  it("puts a new axis where it is told", () => {
    const xs = [float32(2, 3), float32(2, 3)];
    expect(describeLayer(stack, { xs })).toMatchObject({ outputs: [{ dtype: "float32", shape: [2, 2, 3] }], work: {} });
    expect(describeLayer(stack, { xs }, { axis: -1 }).outputs[0]).toMatchObject({ shape: [2, 3, 2] });
    expect(describeLayer(stack, { xs: [float32()] }).outputs[0]).toMatchObject({ shape: [1] });
  });

  it("interleaves values", () => {
    const scalars = [7, 8, 9].map((value) => tensor("int64", [], [value]));
    expect(describeLayer(stack, { xs: scalars }).values).toEqual([[7, 8, 9]]);
    const rows = [int64Values(1, 2), int64Values(3, 4)];
    expect(describeLayer(stack, { xs: rows }, { axis: 0 }).values).toEqual([[1, 2, 3, 4]]);
    expect(describeLayer(stack, { xs: rows }, { axis: 1 }).values).toEqual([[1, 3, 2, 4]]);
  });

  it("refuses different shapes", () => {
    expect(() => describeLayer(stack, { xs: [float32(2), float32(3)] })).toThrow("input 1 is 3, the first is 2");
    expect(() => describeLayer(stack, { xs: [] })).toThrow("there is nothing to join");
  });

  layerTypeSuite(stack, {
    cases: [{ inputs: { xs: [float32(2, 3), float32(2, 3)] }, batch: { xs: 0 } }],
  });
});
