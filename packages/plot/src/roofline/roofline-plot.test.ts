import { sampleReport } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { parsed, wordsOf } from "../../test/parsed.ts";
import { type DeviceLayer, deviceWith } from "../../test/reports.ts";
import { rooflinePlot } from "./roofline-plot.ts";

const conv: DeviceLayer = { name: "conv", intensity: 50, performance: 100, seconds: 3, bound: "compute" };
const relu: DeviceLayer = { name: 'relu "<&', intensity: 0.5, performance: 5, seconds: 1, bound: "memory" };
const marks = (svg: string) => parsed(svg).filter(({ name, attributes }) => name === "path" && attributes["transform"] !== undefined);

describe("rooflinePlot", () => {
  it("tells roofs, bounds and the layers that take longest, in the picture and beside it", () => {
    const svg = rooflinePlot(sampleReport, deviceWith([conv, relu]));
    expect(wordsOf(svg, "desc")).toEqual([
      "Peaks: float32 100 operations per second, DDR 10 B/s, ridge point 10 OP/B. " +
        'Compute-bound: 1 layer, 75 % of the time. Memory-bound: 1 layer, 25 % of the time. Longest: conv 3 s, relu "<& 1 s.',
    ]);
    const words = wordsOf(svg, "text");
    expect(words).toContain("DDR 10 B/s, ridge at 10 OP/B");
    expect(words).toContain("compute-bound: 1 layer, 75 % of the time");
    expect(wordsOf(svg, "title")).toContain('relu "<&: 1 s, memory-bound, 0.5 OP/B');
  });

  it("places a layer at its intensity and performance, and colours it by what holds it back", () => {
    const placed = marks(rooflinePlot(sampleReport, deviceWith([conv, relu])));
    const place = (transform: string) => /\(([\d.]+) ([\d.]+)\)/.exec(transform)!.slice(1).map(Number);
    expect(placed.map(({ attributes }) => attributes["class"])).toEqual(["compute", "memory"]); // the longest first
    const [[x1, y1], [x2, y2]] = placed.map(({ attributes }) => place(attributes["transform"]!)) as [[number, number], [number, number]];
    // Both axes are logarithmic: 50 / 0.5 = 100 to the right, 100 / 5 = 20 up. x: 0.25 … 150 over 756 pixels, y: 1 … 300 over 340.
    expect(x1 - x2).toBeCloseTo((756 * Math.log(100)) / Math.log(600), 0);
    expect(y2 - y1).toBeCloseTo((340 * Math.log(20)) / Math.log(300), 0);
  });

  it("makes one mark of layers that would hide each other", () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...relu, name: `relu${index}`, seconds: 1 + index / 1e6 }));
    const svg = rooflinePlot(sampleReport, deviceWith(many), { width: 480, height: 320 });
    expect(marks(svg)).toHaveLength(1);
    expect(wordsOf(svg, "title")).toContain("5000 layers, the longest relu4999: 5.01 ks, memory-bound, 0.5 OP/B");
  });

  it("says where a layer's bound is not known", () => {
    const { bound: _, ...unknown } = conv;
    expect(wordsOf(rooflinePlot(sampleReport, deviceWith([unknown, relu])), "text")).toContain("bound not known: 75 %");
  });

  it("draws roofs without layers, and refuses a report without roofs", () => {
    expect(marks(rooflinePlot(sampleReport, deviceWith([])))).toEqual([]);
    expect(() => rooflinePlot(sampleReport, { ...deviceWith([]), tables: {} })).toThrow(
      expect.objectContaining({ code: "unplottable", message: "the report tells nothing of latency on acme-npu" }),
    );
  });
});
