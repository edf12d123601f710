import { describe, expect, it } from "vitest";
import { parsed, wordsOf } from "../../test/parsed.ts";
import { type SweepCurve, sweepPlot } from "./sweep-plot.ts";

const curve = (changes: Partial<SweepCurve> = {}): SweepCurve => ({
  name: "net on <device>",
  points: [1, 2, 4].map((size) => ({ size, throughput: 10 * size, latency: 0.1, fits: size < 4 })),
  knee: 2,
  ...changes,
});
const plot = (...curves: SweepCurve[]): string => sweepPlot({ title: "Sweep of net", dim: "batch", measure: "lower bound", curves });

const marks = (svg: string) => parsed(svg).filter(({ name, attributes }) => name === "path" && attributes["transform"] !== undefined);
const rings = (svg: string) => parsed(svg).filter(({ attributes }) => attributes["r"] === "10");

describe("sweepPlot", () => {
  it("tells the best size, the knee and the memory limit, in the picture and beside it", () => {
    const svg = plot(curve());
    expect(wordsOf(svg, "desc")).toEqual([
      "Throughput and latency by lower bound over batch. " +
        "net on <device>: at most 40 samples/s at batch 4, knee at batch 2, does not fit the memory from batch 4.",
    ]);
    expect(wordsOf(svg, "title")).toContain("net on <device>, 4: 40 samples/s, 100 ms");
  });

  it("rings the knee, and is pale from the last size that fits", () => {
    const svg = plot(curve());
    expect(rings(svg)).toHaveLength(2); // one in each panel
    const pale = parsed(svg).filter(({ attributes }) => attributes["stroke-opacity"] !== undefined);
    expect(pale.map(({ attributes }) => attributes["d"]!.split("L").length)).toEqual([2, 2]); // from 2 to 4
    expect(marks(svg).map(({ attributes }) => attributes["fill"])).toEqual([1, 2].flatMap(() => ["currentColor", "currentColor", "none"]));
  });

  it("rings nothing that does not fit", () => {
    const svg = plot(curve({ knee: 4 }));
    expect(rings(svg)).toEqual([]);
    expect(wordsOf(svg, "text").join(" ")).not.toContain("knee");
  });

  it("tells 28 curves apart without their colours", () => {
    const many = Array.from({ length: 28 }, (_, index) => curve({ name: `net ${index}` }));
    const paths = parsed(plot(...many)).filter(({ name }) => name === "path");
    const signs = paths.slice(-28).map(({ attributes }) => attributes["d"]); // of the legend
    const dashes = parsed(plot(...many))
      .filter(({ name, attributes }) => name === "line" && attributes["x1"] === "-18")
      .map(({ attributes }) => attributes["stroke-dasharray"]);
    expect(new Set(signs.map((sign, index) => `${sign} ${dashes[index]}`)).size).toBe(28);
  });

  it("says once what all curves share", () => {
    const words = wordsOf(plot(curve({ name: "net, a, int8" }), curve({ name: "net, b, int8" })), "text");
    expect(words).toContain("a");
    expect(words).toContain("b");
    expect(words.join(" ")).toContain("net, int8: lower bound over batch;");
  });

  it("draws a curve of one point as a mark", () => {
    expect(marks(plot(curve({ points: [{ size: 1, throughput: 10, latency: 0.1, fits: true }] })))).toHaveLength(2);
  });

  it("has ticks where nothing grows, plain rates and plain seconds", () => {
    const flat = [1, 2].map((size) => ({ size, throughput: 0.5, latency: 7560 * size, fits: undefined }));
    const words = wordsOf(plot(curve({ points: flat })), "text");
    expect(words).toEqual(expect.arrayContaining(["0.4", "0.6", "0.8", "10,000 s"])); // 0.25 … 1 samples per second
    expect(wordsOf(plot(curve({ points: flat })), "title")).toContain("net on <device>, 1: 0.5 samples/s, 7,560 s");
  });

  it("names curves without a throughput, and refuses where there is no other", () => {
    const nothing = curve({ name: "other", points: [{ size: 1, throughput: NaN, latency: 1, fits: undefined }] });
    const failed = curve({ name: "third", points: [], failure: "has no peak rate for float32" });
    const svg = plot(curve(), nothing, failed);
    expect(wordsOf(svg, "desc")[0]).toContain("other: no throughput. third: has no peak rate for float32.");
    expect(wordsOf(svg, "text")).toContain("not drawn: other, no throughput");
    expect(wordsOf(svg, "text")).toContain("not drawn: third, has no peak rate for float32");
    expect(() => plot(nothing)).toThrow(expect.objectContaining({ code: "unplottable", message: "no run of the sweep has a throughput" }));
  });
});
