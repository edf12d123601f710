import { analyzeTestModel, float32, int64, testModel } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { ops } from "./ops.ts";
import { work } from "./work.ts";

const model = testModel("mixed", (network) => {
  const x = network.input("x", float32(2, 3));
  const i = network.input("i", int64(2));
  const [linear] = network.layer({ name: "linear", inputs: [x] }, { outputs: [float32(2, 4)], work: { mac: 24, add: 8 } });
  network.layer({ name: "softmax", inputs: [linear] }, { outputs: [float32(2, 4)], work: { compare: 8, add: 16, exp: 8, divide: 8 } });
  return network.layer({ name: "offset", inputs: [i] }, { outputs: [int64(2)], work: { add: 2 } });
});

describe("ops", () => {
  it("counts a MAC as two operations and everything else as one, apart by operands", () => {
    const { totals, layers } = analyzeTestModel(model, { metrics: [ops] });
    expect(layers.map(({ metrics }) => metrics["ops"]?.["total"]?.value)).toEqual([56, 40, 2]); // 2 · 24 + 8; 8 + 16 + 8 + 8; 2
    expect(totals["ops"]).toMatchObject({
      total: { value: 98 },
      float: { value: 96 },
      integer: { value: 2 },
      transcendental: { value: 8 },
    });
  });

  it("counts booleans as integers", () => {
    const logic = testModel("logic", (network) => {
      const mask = network.input("mask", { dtype: "bool", shape: [5] });
      return network.layer({ name: "not", inputs: [mask] }, { outputs: [{ dtype: "bool", shape: [5] }], work: { logic: 5 } });
    });
    expect(analyzeTestModel(logic, { metrics: [ops] }).totals["ops"]).toMatchObject({ float: { value: 0 }, integer: { value: 5 } });
  });
});

describe("work", () => {
  it("tells the kinds that there are", () => {
    const { totals, layers } = analyzeTestModel(model, { metrics: [work] });
    expect(Object.entries(totals["work"]!).map(([kind, { value, unit }]) => [kind, value, unit])).toEqual([
      ["mac", 24, "MAC"],
      ["add", 26, "OP"], // 8 + 16 + 2
      ["divide", 8, "OP"],
      ["compare", 8, "OP"],
      ["exp", 8, "OP"],
    ]);
    expect(layers[2]?.metrics["work"]).toEqual({ add: { value: 2, status: "exact" } });
  });

  it("keeps what is known where nothing describes a layer, as a lower bound", () => {
    const partly = testModel("partly", (network) => {
      network.layer({ name: "known" }, { outputs: [float32(1)], work: { add: 3 } });
      return network.undescribed({ name: "mystery" }, float32(1));
    });
    expect(analyzeTestModel(partly, { metrics: [work] }).totals["work"]).toEqual({ add: { value: 3, unit: "OP", status: "at-least" } });
  });
});
