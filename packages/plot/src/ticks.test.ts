import { scaleLinear, scaleLog } from "d3-scale";
import { describe, expect, it } from "vitest";
import { linearTicks, logTicks } from "./ticks.ts";

describe("logTicks", () => {
  it("marks powers of ten where there are many, and 2 and 5 times these where there are few", () => {
    expect(logTicks(scaleLog([1, 1e4], [0, 400]), "B").map(({ label }) => label)).toEqual(["1 B", "10 B", "100 B", "1 kB", "10 kB"]);
    expect(logTicks(scaleLog([1, 1e4], [0, 400]), "B").map(({ at }) => Math.round(at))).toEqual([0, 100, 200, 300, 400]);
    expect(logTicks(scaleLog([0.3, 30], [0, 1]), "").map(({ label }) => label)).toEqual(["0.5", "1", "2", "5", "10", "20"]);
  });
});

describe("linearTicks", () => {
  it("labels with SI prefixes", () => {
    expect(linearTicks(scaleLinear([0, 2e6], [100, 0]), 2, "B")).toEqual([
      { at: 100, label: "0 B" },
      { at: 50, label: "1 MB" },
      { at: 0, label: "2 MB" },
    ]);
  });
});
