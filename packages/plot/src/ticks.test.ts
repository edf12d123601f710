import { scaleLinear, scaleLog } from "d3-scale";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linearTicks, logTicks } from "./ticks.ts";

const labels = (least: number, most: number, apart = 20): readonly string[] =>
  logTicks(scaleLog([least, most], [0, 400]), apart, String).map(({ label }) => label);

describe("logTicks", () => {
  it("marks powers of ten, more where these are few, and fewer where they are close", () => {
    expect(labels(1, 1e4)).toEqual(["1", "10", "100", "1000", "10000"]);
    expect(logTicks(scaleLog([1, 1e4], [0, 400]), 20, String).map(({ at }) => Math.round(at))).toEqual([0, 100, 200, 300, 400]);
    expect(labels(0.3, 30)).toEqual(["0.5", "1", "2", "5", "10", "20"]);
    expect(labels(1.6, 6.4)).toEqual(["2", "3", "4", "5", "6"]); // 2 and 5 would be all
    expect(labels(1, 1e4, 150)).toEqual(["1", "100", "10000"]); // 100 pixels a power of ten
  });

  it("marks at least three values of a scale that grows fourfold", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), fc.double({ min: 4, max: 1e6, noNaN: true }), (least, times) => {
        expect(labels(least, least * times, 1).length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});

describe("linearTicks", () => {
  it("places and labels round numbers", () => {
    expect(linearTicks(scaleLinear([0, 20], [100, 0]), 2, (value) => `${value} B`)).toEqual([
      { at: 100, label: "0 B" },
      { at: 50, label: "10 B" },
      { at: 0, label: "20 B" },
    ]);
  });
});
