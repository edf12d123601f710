import { describeLayer, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { tfIdf } from "./tf-idf.ts";

describe("tf-idf", () => {
  it("looks up every n-gram", () => {
    // of 6 tokens: 6 single ones; pairs 5, 4 with one skipped, 3 with two
    expect(describeLayer(tfIdf, { x: int64(2, 6) }, { columns: 7, maxLength: 2, maxSkips: 2, weighted: true })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 7] }],
      work: { hash: 36, add: 36, multiply: 14 },
      status: "at-most",
    });
    expect(describeLayer(tfIdf, { x: int64(3) }, { columns: 7, minLength: 4, maxLength: 5 })).toMatchObject({
      outputs: [{ shape: [7] }],
      work: { hash: 0, add: 0 },
    });
  });

  it("refuses what is no row of tokens", () => {
    expect(() => describeLayer(tfIdf, { x: int64() }, { columns: 7 })).toThrow("scalar is neither a row of tokens nor several");
  });

  layerTypeSuite(tfIdf, {
    cases: [
      { inputs: { x: int64(2, 6) }, attributes: { columns: 7, maxLength: 2, maxSkips: 2, weighted: true }, batch: { x: 0 } },
      { inputs: { x: int64(3) }, attributes: { columns: 7, minLength: 4, maxLength: 5 } },
    ],
  });
});
