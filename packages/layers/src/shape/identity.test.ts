import { describeLayer, float32, int64Values, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { identity } from "./identity.ts";

describe("identity", () => {
  it("hands a tensor on with its values", () => {
    expect(describeLayer(identity, { x: int64Values(1, 2) })).toMatchObject({
      outputs: [{ dtype: "int64", shape: [2] }],
      values: [[1, 2]],
      work: {},
      aliases: [{ output: 0, input: 0, kind: "view" }],
    });
  });

  it("hands on a value of another kind", () => {
    const x = { kind: "sequence" as const, elements: [float32(2)] };
    expect(describeLayer(identity, { x }).outputs).toEqual([x]);
  });

  layerTypeSuite(identity, {
    cases: [{ inputs: { x: int64Values(1, 2) } }],
  });
});
