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
      "Peaks: float32 100 OP/s, DDR 10 B/s, ridge point 10 OP/B. " +
        'Compute-bound: 1 layer, 75 % of the time. Memory-bound: 1 layer, 25 % of the time. Longest: conv 3 s, relu "<& 1 s.',
    ]);
    const words = wordsOf(svg, "text");
    expect(words).toEqual(expect.arrayContaining(["float32 100 OP/s", "DDR 10 B/s", "ridge at 10 OP/B"]));
    expect(words).toEqual(expect.arrayContaining(["compute-bound: 1 layer, 75 % of the time", "conv, 75 %", 'relu "<&, 25 %']));
    expect(wordsOf(svg, "title")).toContain('relu "<&: 1 s, memory-bound, 0.5 OP/B');
  });

  it("places a layer at its intensity and performance, and colours it by what holds it back", () => {
    const placed = marks(rooflinePlot(sampleReport, deviceWith([conv, relu])));
    const place = (transform: string) => /\(([\d.]+) ([\d.]+)\)/.exec(transform)!.slice(1).map(Number);
    expect(placed.map(({ attributes }) => attributes["class"])).toEqual(["compute", "memory"]); // the longest first
    const [[x1, y1], [x2, y2]] = placed.map(({ attributes }) => place(attributes["transform"]!)) as [[number, number], [number, number]];
    // Both axes are logarithmic: 50 / 0.5 = 100 to the right, 100 / 5 = 20 up. x: 0.25 … 150 over 488 pixels, y: 1 … 100 over 260.
    expect(x1 - x2).toBeCloseTo((488 * Math.log(100)) / Math.log(600), 0);
    expect(y2 - y1).toBeCloseTo((260 * Math.log(20)) / Math.log(100), 0);
  });

  it("counts the time of layers without operations, which have no mark", () => {
    const transpose: DeviceLayer = { name: "transpose", seconds: 6, bound: "memory" };
    const svg = rooflinePlot(sampleReport, deviceWith([conv, relu, transpose, { name: "view", seconds: 0 }]));
    const words = wordsOf(svg, "text").join(" ");
    expect(marks(svg)).toHaveLength(2);
    expect(words).toContain("3 layers, 10 s one after another");
    expect(words).toContain("compute-bound: 1 layer, 30 % of the time memory-bound: 2 layers, 70 % of the time"); // 3 ÷ 10, (1 + 6) ÷ 10
    expect(words).toContain("without operations, so without a mark: 1 layer, 60 % of the time; it is transpose");
  });

  it("makes one mark of layers that would hide each other", () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...relu, name: `relu${index}`, seconds: 1 + index / 1e6 }));
    const svg = rooflinePlot(sampleReport, deviceWith(many));
    expect(marks(svg)).toHaveLength(1);
    expect(wordsOf(svg, "title")).toContain("5,000 layers, the longest relu4999: 5,010 s, memory-bound, 0.5 OP/B");
    expect(wordsOf(svg, "text")).toEqual(expect.arrayContaining(["relu4999", "and 4,999 more, 100 %"]));
  });

  it("names the longest layer, wherever it stands", () => {
    for (const intensity of [1e-3, 0.1, 1, 10, 1e3, 1e5]) {
      const layer = { ...conv, name: "the one", intensity, performance: Math.min(100, 10 * intensity) };
      const crowd = Array.from({ length: 200 }, (_, index) => ({
        ...layer,
        name: `other${index}`,
        intensity: 10 ** (index / 25 - 3),
        seconds: 0.1,
      }));
      expect(wordsOf(rooflinePlot(sampleReport, deviceWith([...crowd, layer])), "text").join(" ")).toContain("the one");
    }
  });

  it("says where a layer's bound is not known", () => {
    const { bound: _, ...unknown } = conv;
    const words = wordsOf(rooflinePlot(sampleReport, deviceWith([unknown, relu])), "text");
    expect(words).toContain("bound not known: 1 layer, 75 % of the time");
  });

  it("draws one roof for dtypes of one rate, and says where the bandwidth is not known", () => {
    const rate = (value: number) => ({ value, status: "exact" }) as const;
    const unknown = { value: null, status: "unknown" } as const;
    const roofs = ["float16", "float32"].map((dtype) => [dtype, rate(100), "SRAM", unknown]);
    const words = wordsOf(rooflinePlot(sampleReport, deviceWith([conv], roofs)), "text");
    expect(words.filter((label) => label.includes("float"))).toEqual(["float16 and float32 100 OP/s"]);
    expect(words).toContain("no slope and no ridge: the bandwidth of SRAM is not known");
  });

  it("explains layers above all roofs", () => {
    const svg = rooflinePlot(sampleReport, deviceWith([conv, { ...relu, name: "index", intensity: 100, performance: 400 }]));
    expect(wordsOf(svg, "desc")[0]).toContain("Above the roof: 1 layer in dtypes of unknown peak rate, timed at the device's fastest.");
  });

  it("draws roofs without layers, and refuses a report without roofs", () => {
    expect(marks(rooflinePlot(sampleReport, deviceWith([])))).toEqual([]);
    expect(() => rooflinePlot(sampleReport, { ...deviceWith([]), tables: {} })).toThrow(
      expect.objectContaining({ code: "unplottable", message: "the report tells nothing of latency on acme-npu" }),
    );
  });
});
