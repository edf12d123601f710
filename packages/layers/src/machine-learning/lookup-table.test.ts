import { describeLayer, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { lookupTable } from "./lookup-table.ts";

describe("lookup-table", () => {
  it("looks up each element", () => {
    expect(describeLayer(lookupTable, { x: tensor("string", [2, 3]) }, { dtype: "int64" })).toMatchObject({
      outputs: [{ dtype: "int64", shape: [2, 3] }],
      work: { hash: 6 },
    });
  });

  layerTypeSuite(lookupTable, {
    cases: [{ inputs: { x: tensor("string", [2, 3]) }, attributes: { dtype: "int64" }, batch: { x: 0 } }],
  });
});
