import { describe, expect, it } from "vitest";
import { parsed, wordsOf } from "../../test/parsed.ts";
import { timelineOf } from "../../test/reports.ts";
import { memoryPlot } from "./memory-plot.ts";

const two = timelineOf(
  ["first", "second"],
  [
    { name: "x", bytes: 1000, from: null, to: "first" },
    { name: "hidden <b>", bytes: 2000, from: "first", to: "second" },
    { name: "y", bytes: 500, from: "second", to: null },
  ],
);

describe("memoryPlot", () => {
  it("tells the peak and what it consists of, in the picture and beside it", () => {
    const svg = memoryPlot(two);
    expect(wordsOf(svg, "desc")).toEqual([
      "Bytes of activations alive during each layer: peak 3 kB at first. Beside that, 4 kB are stored. " +
        "Largest at the peak: hidden <b> 2 kB, x 1 kB. Of others, these hold most for longest: y 500 B.",
    ]);
    const words = wordsOf(svg, "text");
    expect(words).toContain("2 layers; peak 3 kB at first; 4 kB stored beside");
    expect(words).toContain("hidden <b>, 2 kB at the peak");
    expect(words).toContain("y, 500 B");
    expect(words).not.toContain("all others");
  });

  it("draws a step of each layer's width", () => {
    const bands = parsed(memoryPlot(two)).filter(({ name, attributes }) => name === "path" && attributes["class"]?.startsWith("series"));
    // 412 pixels of two layers from 96 on: `hidden` lives in both, from 2000 bytes down to the axis.
    expect(bands[0]!.attributes).toMatchObject({
      class: "series0",
      d: expect.stringMatching(/^M96,([\d.]+)L508,\1L508,\1L508,(\d+)L508,\2L96,\2Z$/),
    });
    expect(bands[1]!.attributes).toMatchObject({ class: "series1", d: expect.stringMatching(/^M96,[\d.]+L302,/) }); // `x`, the first layer alone
  });

  it("shows beside the timeline what the peak consists of, in proportion", () => {
    const slices = parsed(memoryPlot(two)).filter(({ name, attributes }) => name === "rect" && attributes["x"] === "536");
    expect(slices.map(({ attributes }) => attributes["class"])).toEqual(["series0", "series1"]);
    const [hidden, x] = slices.map(({ attributes }) => Number(attributes["height"]) + 1); // a pixel between them
    expect(hidden! / x!).toBeCloseTo(2, 2); // 2000 ÷ 1000
  });

  it("is told to those who do not see it", () => {
    const [svg, title] = parsed(memoryPlot(two));
    expect(svg!.attributes).toMatchObject({
      role: "img",
      viewBox: "0 0 600 494",
      "aria-labelledby": "memory-sample-title memory-sample-description",
    });
    expect(title).toMatchObject({ name: "title", words: "Memory timeline of sample", attributes: { id: "memory-sample-title" } });
  });

  it("stays small for thousands of layers, and keeps the peak", () => {
    const names = Array.from({ length: 5000 }, (_, index) => `layer${index}`);
    const svg = memoryPlot(
      timelineOf(
        names,
        names.map((name, index) => ({
          name: `t${index}`,
          bytes: index === 3333 ? 9000 : 1 + (index % 7),
          from: name,
          to: names[index + 1] ?? null,
        })),
      ),
    );
    expect(svg.length).toBeLessThan(100_000);
    expect(wordsOf(svg, "text").some((words) => words.startsWith("5,000 layers; peak 9 kB at layer3334;"))).toBe(true);
  });

  it("refuses a report without a timeline", () => {
    expect(() => memoryPlot({ ...two, tables: {} })).toThrow(
      expect.objectContaining({ code: "unplottable", message: "the report tells no memory timeline" }),
    );
  });
});
