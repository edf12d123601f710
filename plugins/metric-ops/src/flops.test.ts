import { ALEXNET_FIGURES, alexNet, analyzeTestModel, float32, tensor, testModel } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { flops } from "./flops.ts";

describe("flops", () => {
  it("counts the lecture's AlexNet", () => {
    const { totals } = analyzeTestModel(alexNet, { metrics: [flops] });
    expect(totals["flops"]?.["total"]).toEqual({ value: ALEXNET_FIGURES.flops, unit: "FLOP", status: "exact" }); // 2 · 724,406,816
  });

  it("goes by what the layer computes in, its first input's dtype where it says nothing", () => {
    const model = testModel("mixed", (network) => {
      const quantised = network.input("q", tensor("uint8", [1, 4]));
      const floating = network.input("f", tensor("bfloat16", [1, 4]));
      network.layer({ name: "integer", inputs: [quantised] }, { outputs: [float32(1)], work: { mac: 3 } });
      network.layer({ name: "dequantising", inputs: [quantised] }, { outputs: [float32(1)], work: { mac: 5 }, compute: "float32" });
      return network.layer(
        { name: "float", inputs: [undefined, floating] },
        { outputs: [tensor("int32", [1])], work: { mac: 7, add: 100 } },
      );
    });
    const { layers, totals } = analyzeTestModel(model, { metrics: [flops] });
    expect(layers.map(({ metrics }) => metrics["flops"]?.["total"]?.value)).toEqual([0, 10, 14]);
    expect(totals["flops"]?.["total"]).toMatchObject({ value: 24, status: "exact" });
  });

  it("is a lower bound where the dtype of a layer with MACs is not known", () => {
    const model = testModel("unknown", (network) => {
      const sequence = network.input("s", { kind: "sequence" });
      return network.layer({ name: "layer", inputs: [sequence] }, { outputs: [{ kind: "sequence" }], work: { mac: 3 } });
    });
    expect(analyzeTestModel(model, { metrics: [flops] }).totals["flops"]?.["total"]).toMatchObject({ value: 0, status: "at-least" });
  });
});
