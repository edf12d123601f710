import { analyzeTestModel, type NetworkBuilder, testModel } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import type { Tensor } from "../ir/tensor.ts";
import type { Report } from "../analysis/report.ts";
import { everyLayer } from "./fold.ts";
import { defineLayerMetric, defineMetric } from "./metric.ts";

const macs = defineLayerMetric({
  id: "macs",
  title: "MACs",
  figures: { total: { unit: "MAC", description: "multiply-accumulates" } },
  layer: ({ description }) => ({ total: description.work.mac ?? 0 }),
});

const order = defineMetric({
  id: "order",
  title: "Order",
  figures: { layers: { unit: "layers", description: "layers, those of bodies included" } },
  measure: ({ graph }) => ({ totals: { layers: { value: [...everyLayer(graph)].length, status: "exact" } } }),
});

function work(network: NetworkBuilder, name: string, mac: number): readonly Tensor[] {
  return network.layer({ name }, { outputs: [{ dtype: "float32", shape: [1] }], work: { mac } });
}

/** A network of one layer that holds bodies, and does 1 MAC itself. */
function holding(bodies: (network: NetworkBuilder) => ReturnType<NetworkBuilder["body"]>[]): Report {
  const model = testModel("test", (network) =>
    network.layer({ name: "holder", bodies: bodies(network) }, { outputs: [{ dtype: "float32", shape: [1] }], work: { mac: 1 } }),
  );
  return analyzeTestModel(model, { metrics: [macs, order] });
}

const total = (report: Report): unknown => report.totals["macs"]!["total"];

describe("layers that hold bodies", () => {
  it("count each body as often as it runs", () => {
    const report = holding((network) => [network.body("loop", (inner) => work(inner, "step", 10), { runs: 5 })]);
    expect(total(report)).toEqual({ value: 51, unit: "MAC", status: "exact" }); // 1 + 5 · 10
    expect(report.layers[0]!.metrics["macs"]!["total"]).toEqual({ value: 51, status: "exact" });
    expect(report.layers[0]!.bodies![0]!.layers[0]!.metrics["macs"]!["total"]).toEqual({ value: 10, status: "exact" });
    expect(report.totals["order"]!["layers"]!.value).toBe(2);
  });

  it("count the costliest of alternatives, at most", () => {
    const branch = (network: NetworkBuilder, name: string, mac: number): ReturnType<NetworkBuilder["body"]> =>
      network.body(name, (inner) => work(inner, name, mac), { alternative: true });
    expect(total(holding((network) => [branch(network, "then", 10), branch(network, "else", 30)]))).toMatchObject({
      value: 31,
      status: "at-most",
    });
    expect(total(holding((network) => [branch(network, "then", 10), branch(network, "else", 10)]))).toMatchObject({
      value: 11,
      status: "exact",
    });
  });

  it("count runs that are not known as a bound", () => {
    const report = holding((network) => [network.body("loop", (inner) => work(inner, "step", 10), { runs: 1, status: "at-least" })]);
    expect(total(report)).toMatchObject({ value: 11, status: "at-least" });
  });

  it("count bodies in bodies", () => {
    const report = holding((network) => [
      network.body(
        "outer",
        (outer) => {
          const body = outer.body("inner", (inner) => work(inner, "step", 10), { runs: 3 });
          return outer.layer({ name: "inner-holder", bodies: [body] }, { outputs: [{ dtype: "float32", shape: [1] }], work: {} });
        },
        { runs: 2 },
      ),
    ]);
    expect(total(report)).toMatchObject({ value: 61 }); // 1 + 2 · 3 · 10
    expect(report.totals["order"]!["layers"]!.value).toBe(3);
  });
});
