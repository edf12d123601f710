import { describeLayer, float32, int64, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stringNgrams } from "./string-ngrams.ts";

const x = tensor("string", [6]);

describe("string-ngrams", () => {
  it("counts the n-grams of known rows", () => {
    const splits = int64Values(0, 4, 6); // rows of 4 and 2 strings
    const count = (attributes: object) => describeLayer(stringNgrams, { x, splits }, { padWidth: 0, ...attributes }).outputs;
    expect(count({ widths: [2] })).toEqual([tensor("string", [4]), int64(3)]); // 3 + 1
    expect(count({ widths: [3, 1] })[0]).toEqual(tensor("string", [8])); // 2 + 4, 0 + 2
    expect(count({ widths: [3] })[0]).toEqual(tensor("string", [2])); // 2 + 0
    expect(count({ widths: [3], preserveShort: true })[0]).toEqual(tensor("string", [3])); // 2 + 1
    expect(count({ widths: [3], padWidth: 1 })[0]).toEqual(tensor("string", [6])); // 4 + 2 − 2, 2 + 2 − 2
  });

  it("bounds them where rows are not known", () => {
    // 6 strings in 2 rows, each with 2 places of padding at both ends: 6 + 2 · (4 − 3 + 1)
    expect(describeLayer(stringNgrams, { x, splits: int64(3) }, { widths: [3] })).toMatchObject({
      outputs: [{ dtype: "string", shape: [10], status: "at-most" }, int64(3)],
      work: {},
    });
  });

  it("refuses what is no list of strings in rows", () => {
    expect(() => describeLayer(stringNgrams, { x: float32(6), splits: int64(3) }, { widths: [2] })).toThrow(
      "float32 6 is no list of strings",
    );
    expect(() => describeLayer(stringNgrams, { x, splits: int64(0) }, { widths: [2] })).toThrow("splits of 0 do not part rows");
    expect(() => describeLayer(stringNgrams, { x, splits: int64Values(0, 4, 3) }, { widths: [2] })).toThrow("row 1 ends before it begins");
  });

  layerTypeSuite(stringNgrams, {
    cases: [{ inputs: { x: tensor("string", [6]), splits: int64Values(0, 4, 6) }, attributes: { padWidth: 0, widths: [2] } }],
  });
});
