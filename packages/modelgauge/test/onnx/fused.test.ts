import { describe, expect, it } from "vitest";
import { analyzeNode, input, stored } from "./analyze-node.ts";

describe("fused operators of ONNX Runtime", () => {
  it("adds a bias before a GELU", async () => {
    const { outputs, types, params, report } = await analyzeNode({
      operator: "com.microsoft::BiasGelu",
      inputs: [input("float32", [2, 5, 16]), stored("float32", [16])],
    });
    expect(outputs).toEqual(["float32 2×5×16"]);
    expect(types).toEqual(["elementwise", "activation"]);
    expect(params).toBe(16);
    expect(report.totals["ops"]?.["total"]?.value).toBe(160 + 160 * 5); // one add; erf, 3 multiplications and an add per element
  });
});
