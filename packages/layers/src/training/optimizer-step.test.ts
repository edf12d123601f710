import { describeLayer, float32, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { optimizerStep } from "./optimizer-step.ts";

const scalars = { rate: float32(), step: int64() };

describe("optimizer-step", () => {
  it("updates parameters and their states", () => {
    const [a, b] = [float32(3), float32(2, 2)];
    // Parameters, gradients, first and second moments of 3 and 4 elements: 7 · 8 multiplications, 7 · 5 adds.
    const adam = describeLayer(optimizerStep, { ...scalars, tensors: [a, b, a, b, a, b, a, b] }, { method: "adam" });
    expect(adam.outputs).toEqual([a, b, a, b, a, b]);
    expect(adam.work).toEqual({ multiply: 56, add: 35, sqrt: 7, divide: 7 });
    expect(adam.compute).toBe("float32");
    const momentum = describeLayer(optimizerStep, { ...scalars, tensors: [a, a, a] }, { method: "momentum" });
    expect(momentum.outputs).toEqual([a, a]);
    expect(momentum.work).toEqual({ multiply: 12, add: 9 });
    const nesterov = describeLayer(optimizerStep, { ...scalars, tensors: [a, a, a] }, { method: "nesterov" });
    expect(nesterov.work).toEqual({ multiply: 15, add: 12 });
    const adagrad = describeLayer(optimizerStep, { ...scalars, tensors: [a, a, a] }, { method: "adagrad" });
    expect(adagrad.work).toEqual({ multiply: 9, add: 12, sqrt: 3, divide: 3 });
  });

  it("refuses groups that do not belong together", () => {
    expect(() => describeLayer(optimizerStep, { ...scalars, tensors: [float32(3), float32(3)] }, { method: "adam" })).toThrow(
      "2 tensors do not divide into parameters, gradients and 2 states",
    );
    expect(() =>
      describeLayer(optimizerStep, { ...scalars, tensors: [float32(3), float32(2), float32(3)] }, { method: "momentum" }),
    ).toThrow("tensor 1 is 2, its parameter 3");
  });

  layerTypeSuite(optimizerStep, {
    cases: [
      {
        inputs: {
          rate: float32(),
          step: int64(),
          tensors: [float32(3), float32(2, 2), float32(3), float32(2, 2), float32(3), float32(2, 2), float32(3), float32(2, 2)],
        },
        attributes: { method: "adam" },
        batch: { tensors: 0 },
      },
    ],
  });
});
