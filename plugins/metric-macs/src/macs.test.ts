import { ALEXNET_FIGURES, alexNet, analyzeTestModel, float32, testModel } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { macs } from "./macs.ts";

describe("macs", () => {
  it("counts the lecture's AlexNet", () => {
    const { totals, layers } = analyzeTestModel(alexNet, { metrics: [macs] });
    expect(totals["macs"]?.["total"]).toEqual({ value: ALEXNET_FIGURES.macs, unit: "MAC", status: "exact" });
    expect(layers[0]?.metrics["macs"]?.["total"]).toEqual({ value: 105_415_200, status: "exact" }); // 96 · 55² · 3 · 11²
    expect(layers[1]?.metrics["macs"]?.["total"]).toEqual({ value: 0, status: "exact" });
  });

  it("counts a body as often as it runs, and the costlier of two branches", () => {
    const model = testModel("control", (network) => {
      const body = (name: string, mac: number, more: object) =>
        network.body(name, (inner) => inner.layer({ name: `${name}.layer` }, { outputs: [float32(1)], work: { mac } }), more);
      network.layer({ name: "loop", bodies: [body("body", 5, { runs: 4 })] }, { outputs: [float32(1)], work: {} });
      const branches = [body("then_branch", 7, { alternative: true }), body("else_branch", 3, { alternative: true })];
      return network.layer({ name: "if", bodies: branches }, { outputs: [float32(1)], work: {} });
    });
    const { totals } = analyzeTestModel(model, { metrics: [macs] });
    expect(totals["macs"]?.["total"]).toMatchObject({ value: 27, status: "at-most" }); // 4 · 5 + max(7, 3)
  });

  it("is a lower bound where nothing describes a layer", () => {
    const model = testModel("partly known", (network) => {
      network.layer({ name: "known" }, { outputs: [float32(1)], work: { mac: 9 } });
      return network.undescribed({ name: "mystery" }, float32(1));
    });
    const { totals, layers } = analyzeTestModel(model, { metrics: [macs] });
    expect(totals["macs"]?.["total"]).toMatchObject({ value: 9, status: "at-least" });
    expect(layers[1]?.metrics["macs"]?.["total"]).toEqual({ value: null, status: "unknown" });
  });
});
