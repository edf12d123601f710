import { describeLayer, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { eye } from "./eye.ts";

describe("eye", () => {
  it("has ones on one diagonal", () => {
    expect(describeLayer(eye, {}, { rows: 2, columns: 3 })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 3] }],
      work: {},
      values: [[1, 0, 0, 0, 1, 0]],
    });
    expect(describeLayer(eye, {}, { rows: 2, columns: 3, diagonal: 1, dtype: "int64" }).values).toEqual([[0, 1, 0, 0, 0, 1]]);
    expect(describeLayer(eye, {}, { rows: 2, columns: 2, diagonal: -1 }).values).toEqual([[0, 0, 1, 0]]);
  });

  layerTypeSuite(eye, {
    cases: [
      { inputs: {}, attributes: { rows: 2, columns: 3 } },
      { inputs: {}, attributes: { rows: 2, columns: 3, diagonal: 1, dtype: "int64" } },
    ],
  });
});
