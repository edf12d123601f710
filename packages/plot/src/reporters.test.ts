import { sampleReport } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { deviceWith, timelineOf } from "../test/reports.ts";
import { memoryPlot } from "./memory/memory-plot.ts";
import { memoryTimeline, roofline } from "./reporters.ts";
import { rooflinePlot } from "./roofline/roofline-plot.ts";

describe("the reporters", () => {
  it("draw what a report tells", () => {
    const device = deviceWith([]);
    expect(roofline.render({ ...sampleReport, hardware: [device] })).toBe(rooflinePlot(sampleReport, device));
    const report = timelineOf(["a"], []);
    expect(memoryTimeline.render(report)).toBe(memoryPlot(report));
  });

  it("need one device for a roofline", () => {
    const render = (count: number) => () =>
      roofline.render({ ...sampleReport, hardware: Array.from({ length: count }, () => deviceWith([])) });
    expect(render(0)).toThrow("a roofline shows one device; the report tells of none");
    expect(render(2)).toThrow("a roofline shows one device; the report tells of acme-npu, acme-npu");
  });
});
