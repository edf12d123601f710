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

describe("sweepPlot", () => {
  it("tells the best size, the knee and the memory limit, in the picture and beside it", () => {
    const svg = plot(curve());
    expect(wordsOf(svg, "desc")).toEqual([
      "Throughput and latency by lower bound over batch. " +
        "net on <device>: at most 40 samples per second at batch 4, knee at batch 2, does not fit the memory from batch 4.",
    ]);
    expect(wordsOf(svg, "title")).toContain("net on <device>, 4: 40 samples/s, 100 ms");
  });

  it("rings the knee, and dashes from the last size that fits", () => {
    const elements = parsed(plot(curve()));
    expect(elements.filter(({ attributes }) => attributes["r"] === "8")).toHaveLength(2); // one in each panel
    const dashed = elements.filter(({ attributes }) => attributes["stroke-dasharray"] !== undefined);
    expect(dashed.map(({ attributes }) => attributes["d"]!.split("L").length)).toEqual([2, 2]); // from 2 to 4
  });

  it("leaves out what has no throughput, and refuses where nothing is left", () => {
    const nothing = curve({ points: [{ size: 1, throughput: NaN, latency: 1, fits: undefined }] });
    expect(wordsOf(plot(nothing, curve({ name: "other" })), "desc")[0]).not.toContain("net on");
    expect(() => plot(nothing)).toThrow(expect.objectContaining({ code: "unplottable", message: "no run of the sweep has a throughput" }));
  });

  it("stands upright where it is narrow", () => {
    const svg = sweepPlot({ title: "t", dim: "batch", measure: "estimate", curves: [curve()] }, { width: 480, height: 640 });
    const transforms = parsed(svg).flatMap(({ attributes }) => attributes["transform"] ?? []);
    expect(transforms.filter((transform) => transform.startsWith("translate(12 "))).toHaveLength(2); // both titles of y on the left
  });
});
