import { describeLayer, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { hash } from "./hash.ts";

describe("hash", () => {
  it("hashes each element", () => {
    expect(describeLayer(hash, { x: tensor("string", [3, 4]) }, { dtype: "int32" })).toMatchObject({
      outputs: [{ dtype: "int32", shape: [3, 4] }],
      work: { hash: 12 },
    });
  });

  layerTypeSuite(hash, {
    cases: [{ inputs: { x: tensor("string", [3, 4]) }, attributes: { dtype: "int32" }, batch: { x: 0 } }],
  });
});
