import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { handleRead } from "./handle-read.ts";
import { handleWrite } from "./handle-write.ts";

const handle = tensor("int32", []);

describe("handles", () => {
  it("stand for what is put behind them, which is not copied", () => {
    expect(describeLayer(handleWrite, { values: [handle, tensor("int32", []), float32(2, 3)] })).toMatchObject({
      outputs: [{ dtype: "int32", shape: [] }],
      work: {},
      traffic: { read: 0, write: 0 },
    });
    expect(describeLayer(handleWrite, { values: [] }).outputs).toHaveLength(1);
  });

  it("give out one element by reference", () => {
    const read = describeLayer(handleRead, { handle, positions: [tensor("int32", [])] }, { dtype: "float32", shape: [2, 3] });
    expect(read).toMatchObject({ outputs: [{ dtype: "float32", shape: [2, 3] }], work: {}, traffic: { read: 0, write: 0 } });
  });

  it("give out copies of several", () => {
    const read = describeLayer(handleRead, { handle, positions: [] }, { dtype: "float32", shape: [5, 2, 3], copy: true });
    expect(read.traffic).toEqual({ read: 120 }); // 5 · 2 · 3 · 4
  });

  layerTypeSuite(handleRead, {
    cases: [{ inputs: { handle: tensor("int32", []), positions: [tensor("int32", [])] }, attributes: { dtype: "float32", shape: [2, 3] } }],
  });

  layerTypeSuite(handleWrite, {
    cases: [{ inputs: { values: [tensor("int32", []), tensor("int32", []), float32(2, 3)] } }],
  });
});
