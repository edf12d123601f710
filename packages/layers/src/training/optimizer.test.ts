import { describeLayer, float32, int64 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { optimizer } from "./optimizer.ts";

const step = (name: string, ...tensors: readonly ReturnType<typeof float32>[]) =>
  describeLayer(optimizer, { rate: float32(), step: int64(), tensors }, { function: name });

describe("optimizer", () => {
  it("updates tensors and states", () => {
    const [a, b] = [float32(2), float32(3, 4)];
    const adam = step("adam", a, b, a, b, a, b, a, b); // trained, gradients, two states
    expect(adam.outputs).toEqual([a, b, a, b, a, b]);
    expect(adam.work).toEqual({ multiply: 112, add: 70, sqrt: 14, divide: 14 }); // 2 + 12 elements
    expect(step("adagrad", a, a, a)).toMatchObject({ outputs: [a, a], work: { multiply: 6, add: 8, sqrt: 2, divide: 2 } });
    expect(step("momentum", a, a, a).work).toEqual({ multiply: 8, add: 6 });
    expect(step("nesterov", a, a, a).work).toEqual({ multiply: 10, add: 8 });
  });

  it("refuses tensors that do not belong together", () => {
    expect(() => step("adam", float32(2), float32(2))).toThrow("adam takes 4 tensors for each trained one, not 2 in all");
    expect(() => step("adagrad", float32(2), float32(3), float32(2))).toThrow("tensor 1 has not the shape of the one it belongs to");
  });
});
