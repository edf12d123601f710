import type { Report } from "@modelgauge/core";
import { createGauge } from "@modelgauge/host";
import { mobilenetV1, type Network, type NetworkFigures, networks, resnet50 } from "@modelgauge/models";
import { defaultPlugins } from "modelgauge";
import { describe, expect, it } from "vitest";

const gauge = createGauge({ plugins: defaultPlugins });

/** Where a report has the figures of networks. */
const places: Readonly<Record<keyof NetworkFigures, readonly [metric: string, figure: string]>> = {
  params: ["params", "total"],
  buffers: ["params", "buffers"],
  macs: ["macs", "total"],
  activations: ["activations", "total"],
  peak: ["activations", "peak"],
};
const names = Object.keys(places) as (keyof NetworkFigures)[];

function counted(report: Report, name: keyof NetworkFigures): unknown {
  const [metric, figure] = places[name];
  return report.totals[metric]?.[figure];
}

/** Whether a count is what was printed, to as many digits as were printed. */
function agrees(count: number, printed: number): boolean {
  const digits = printed.toExponential().split("e")[0]!.replace(".", "").length;
  return Number(count.toPrecision(digits)) === printed;
}

const analyze = (network: Network, dims: Record<string, number> = {}): Promise<Report> => gauge.analyze(network, { dims });

describe.each(networks.map((network) => [network.title, network] as const))("%s", (_, network) => {
  const { figures, published, differs } = network;

  it("has the figures that its file states, and no doubt about them", async () => {
    const report = await analyze(network);
    const stated = names.filter((name) => figures[name] !== undefined);
    expect(Object.fromEntries(stated.map((name) => [name, counted(report, name)]))).toEqual(
      Object.fromEntries(stated.map((name) => [name, expect.objectContaining({ value: figures[name], status: "exact" })])),
    );
    expect(stated).toEqual(expect.arrayContaining(["params", "macs"]));
    expect(report.diagnostics).toEqual([]);
    expect(report.coverage.undescribed).toEqual([]);
  });

  it("agrees with what is published, or says why not", () => {
    if (published === undefined) return;
    const printed = names.filter((name) => published[name] !== undefined);
    const apart = printed.filter((name) => figures[name] === undefined || !agrees(figures[name], published[name]!));
    expect(apart.length > 0).toBe(differs !== undefined);
  });
});

it("takes another batch and resolution", async () => {
  const { totals } = await analyze(resnet50, { batch: 8, resolution: 448 });
  const linear = 2048 * 1000;
  expect(totals["macs"]?.["total"]?.value).toBe(8 * (4 * (resnet50.figures.macs! - linear) + linear));
});

it("is as narrow as MobileNet's width multiplier says", async () => {
  // "0.50 MobileNet-160": the paper's table 9 prints 76 M mult-adds and 1.32 M parameters.
  const { totals } = await analyze(mobilenetV1, { width: 16, resolution: 160 });
  expect(totals["macs"]?.["total"]?.value).toBe(76_524_800);
  expect(totals["params"]?.["total"]?.value).toBe(1_331_592);
});
