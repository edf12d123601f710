import { describe, expect, it } from "vitest";
import { analyzeNode, input, int, stored } from "./analyze-node.ts";

const rate = stored("float32", [], [0.1]);
const [a, b] = [input("float32", [3]), input("float32", [2, 2])];

describe("ONNX operators of training", () => {
  it.each([
    ["Adagrad", 7 * 9], // 3 multiplications, 4 adds, a root and a division for each of 7 elements
    ["Momentum", 7 * 7],
  ])("%s updates parameters and their state", async (operator, operations) => {
    const { outputs, report } = await analyzeNode({
      operator: `ai.onnx.preview.training::${operator}`,
      inputs: [rate, int(0), a, b, a, b, a, b],
      ...(operator === "Momentum" && { attributes: { mode: "standard" } }),
      outputs: 4,
    });
    expect(outputs).toEqual(["float32 3", "float32 2×2", "float32 3", "float32 2×2"]);
    expect(report.totals["ops"]?.["total"]?.value).toBe(operations);
  });

  it("keeps two states with Adam", async () => {
    const { outputs, report } = await analyzeNode({
      operator: "ai.onnx.preview.training::Adam",
      inputs: [rate, int(0), a, a, a, a],
      outputs: 3,
    });
    expect(outputs).toEqual(["float32 3", "float32 3", "float32 3"]);
    expect(report.totals["ops"]?.["total"]?.value).toBe(3 * 15);
  });

  it("knows the types of a gradient, but not its work", async () => {
    const { outputs, report } = await analyzeNode({
      operator: "ai.onnx.preview.training::Gradient",
      inputs: [a, b],
      attributes: { xs: ["in0", "in1"], y: "loss" },
      outputs: 2,
    });
    expect(outputs).toEqual(["float32 3", "float32 2×2"]);
    expect(report.totals["ops"]?.["total"]).toMatchObject({ status: "at-least" });
    expect(report.diagnostics[0]?.message).toContain("the work of a backward pass is not known");
  });
});
