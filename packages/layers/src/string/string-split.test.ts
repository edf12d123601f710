import { describeLayer, float32, int64, layerTypeSuite, tensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringSplit } from "./string-split.ts";

const split = (texts: readonly string[], attributes: object = {}) =>
  describeLayer(stringSplit, { x: tensor("string", [texts.length], texts) }, { ...attributes });

describe("string-split", () => {
  it("bounds the parts by the cuts that are allowed", () => {
    const x = tensor("string", [2, 3]);
    expect(describeLayer(stringSplit, { x }, { maxSplits: 4 })).toMatchObject({
      outputs: [{ dtype: "string", shape: [2, 3, 5], status: "at-most" }, int64(2, 3)],
      work: {},
    });
    expect(describeLayer(stringSplit, { x }).outputs[0]).toEqual({ dtype: "string", shape: [2, 3, 1], status: "at-least" });
    expect(describeLayer(stringSplit, { x: tensor("string", [0]) }).outputs).toEqual([tensor("string", [0, 0]), int64(0)]);
  });

  it("cuts known strings at white space", () => {
    expect(split(["hello world !", "  hello   world "])).toMatchObject({
      outputs: [tensor("string", [2, 3]), int64(2)],
      values: [
        ["hello", "world", "!", "hello", "world", ""],
        [3, 2],
      ],
    });
    expect(split([" a  b c "], { maxSplits: 1 }).values[0]).toEqual(["a", "b c "]);
  });

  it("cuts known strings at a delimiter as splitting a string does", () => {
    expect(split(["o-n-n--x-"], { delimiter: "-" }).values[0]).toEqual(["o", "n", "n", "", "x", ""]);
    expect(split(["a.b.c"], { delimiter: ".", maxSplits: 1 }).values[0]).toEqual(["a", "b.c"]);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(split([text], { delimiter: "a" }).values[0]).toEqual(text.split("a"));
      }),
    );
  });

  it("refuses numbers", () => {
    expect(() => describeLayer(stringSplit, { x: float32(2) })).toThrow("cuts strings, not float32");
  });

  layerTypeSuite(stringSplit, {
    cases: [
      { inputs: { x: tensor("string", [2, 3]) }, attributes: { maxSplits: 4 }, batch: { x: 0 } },
      { inputs: { x: tensor("string", [1], ["o-n-n--x-"]) }, attributes: { delimiter: "-" } },
    ],
  });
});
