import { describe, expect, it } from "vitest";
import { analyzeNode, input, stored } from "./analyze-node.ts";

const x = input("float32", [2, 6, 4, 4]); // 192 elements
const channels = (): ReturnType<typeof stored> => stored("float32", [6]);

describe("normalisation", () => {
  it("BatchNormalization: two operations per element; statistics are buffers", async () => {
    const inputs = [x, channels(), channels(), channels(), channels()];
    const { outputs, params, report } = await analyzeNode({ operator: "BatchNormalization", inputs });
    expect(outputs).toEqual(["float32 2×6×4×4"]);
    expect(params).toBe(12);
    expect(report.totals["params"]?.["buffers"]?.value).toBe(12);
    expect(report.totals["ops"]?.["total"]?.value).toBe(384);
  });

  it("BatchNormalization gives the running statistics out when training", async () => {
    const inputs = [x, channels(), channels(), channels(), channels()];
    const { outputs } = await analyzeNode({ operator: "BatchNormalization", inputs, attributes: { training_mode: 1 }, outputs: 3 });
    expect(outputs).toEqual(["float32 2×6×4×4", "float32 6", "float32 6"]);
  });

  it("BatchNormalization refuses another number of channels", async () => {
    const wrong = analyzeNode({ operator: "BatchNormalization", inputs: [x, stored("float32", [5]), channels(), channels(), channels()] });
    await expect(wrong).rejects.toThrow("the input has 6 channels, scale 5 elements");
  });

  it("LayerNormalization normalises from an axis on, and gives statistics out", async () => {
    const inputs = [x, stored("float32", [4, 4]), stored("float32", [4, 4])];
    const { outputs, params } = await analyzeNode({ operator: "LayerNormalization", inputs, attributes: { axis: 2 }, outputs: 3 });
    expect(outputs).toEqual(["float32 2×6×4×4", "float32 2×6×1×1", "float32 2×6×1×1"]);
    expect(params).toBe(32);
  });

  it("RMSNormalization, GroupNormalization, InstanceNormalization, LRN, LpNormalization, MeanVarianceNormalization keep the shape", async () => {
    const cases = [
      { operator: "RMSNormalization", inputs: [x, stored("float32", [4])], version: 23, params: 4 },
      { operator: "GroupNormalization", inputs: [x, channels(), channels()], attributes: { num_groups: 3 }, params: 12 },
      { operator: "InstanceNormalization", inputs: [x, channels(), channels()], params: 12 },
      { operator: "LRN", inputs: [x], attributes: { size: 5 }, params: 0 },
      { operator: "LpNormalization", inputs: [x], params: 0 },
      { operator: "MeanVarianceNormalization", inputs: [x], params: 0 },
    ];
    for (const { params, ...node } of cases) {
      expect(await analyzeNode(node)).toMatchObject({ outputs: ["float32 2×6×4×4"], params });
    }
  });

  it("GroupNormalization and LRN need their attribute", async () => {
    const group = analyzeNode({ operator: "GroupNormalization", inputs: [x, channels(), channels()] });
    await expect(group).rejects.toThrow("attribute num_groups is missing");
    await expect(analyzeNode({ operator: "LRN", inputs: [x] })).rejects.toThrow("attribute size is missing");
  });
});
