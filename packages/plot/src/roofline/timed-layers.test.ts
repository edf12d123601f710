import type { ReportLayer } from "@modelgauge/core";
import { sampleReport } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { deviceWith } from "../../test/reports.ts";
import { timedLayers } from "./timed-layers.ts";

const layer = (name: string, ...bodies: Omit<NonNullable<ReportLayer["bodies"]>[number], "name" | "status">[]): ReportLayer => ({
  ...sampleReport.layers[0]!,
  name,
  ...(bodies.length > 0 && { bodies: bodies.map((body) => ({ ...body, name: "body", status: "exact" })) }),
});
const timed = (name: string, seconds: number) => ({ name, seconds, intensity: 1, performance: 1 });

describe("timedLayers", () => {
  it("tells what bodies take by the layers inside: for all runs, and of alternatives the longest", () => {
    const loop = layer("loop", { runs: 5, alternative: false, layers: [layer("step")] });
    const choice = layer(
      "if",
      { runs: 1, alternative: true, layers: [layer("short")] },
      { runs: 1, alternative: true, layers: [layer("long")] },
    );
    const device = deviceWith([timed("loop", 10), timed("step", 2), timed("if", 3), timed("short", 1), timed("long", 3)]);
    const { all, points } = timedLayers({ ...sampleReport, layers: [loop, choice] }, device);
    expect(all.map(({ name, seconds }) => [name, seconds])).toEqual([["step", 10], ["long", 3]]); // prettier-ignore
    expect(points).toHaveLength(2);
  });

  it("has points of the layers with operations alone", () => {
    const { all, points } = timedLayers(sampleReport, deviceWith([{ name: "transpose", seconds: 1 }, timed("conv", 1), timed("view", 0)]));
    expect(all.map(({ name }) => name)).toEqual(["transpose", "conv"]);
    expect(points.map(({ name }) => name)).toEqual(["conv"]);
  });
});
