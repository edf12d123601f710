import { buildTestModel, layerOf, type NetworkBuilder, testModel } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import type { Description } from "../ir/description.ts";
import type { Tensor } from "../ir/tensor.ts";
import { computeDType } from "./compute-dtype.ts";
import { exact, UNKNOWN } from "./figure.ts";
import { bytesIn, elementsIn } from "./tensor-size.ts";
import { isFolded, layerTraffic, type LayerTraffic } from "./traffic.ts";

const y = { dtype: "float32", shape: [2, 3] } as const; // 24 bytes
const input = (network: NetworkBuilder): Tensor => network.input("x", { dtype: "float32", shape: [2, 5] }); // 40 bytes

function trafficOf(description: Description, build: (network: NetworkBuilder) => Parameters<NetworkBuilder["layer"]>[0]): LayerTraffic {
  const graph = buildTestModel(testModel("test", (network) => network.layer(build(network), description)));
  return layerTraffic(layerOf(graph, "l"));
}

describe("layerTraffic", () => {
  it("reads each distinct operand once and writes each output once", () => {
    const found = trafficOf({ outputs: [y], work: {} }, (network) => {
      const x = input(network);
      return {
        name: "l",
        inputs: [x, x, network.stored("scale", [2])],
        weights: [network.stored("w", [5, 3]), network.stored("b", [3], { role: "bias" })],
      };
    });
    expect(found).toEqual({ read: exact(40), weights: exact(8 + 60 + 12), write: exact(24) });
  });

  it("takes what a description says: activations first, then weights", () => {
    const gather = trafficOf({ outputs: [y], work: {}, traffic: { read: 48, write: 4 } }, (network) => ({
      name: "l",
      inputs: [input(network), network.stored("table", [1000, 3])],
    }));
    expect(gather).toEqual({ read: exact(40), weights: exact(8), write: exact(4) }); // 48 − 40
  });

  it("moves nothing for views, nor for what is the same in every run", () => {
    const nothing = { read: exact(0), weights: exact(0), write: exact(0) };
    const view = { outputs: [y], work: {}, aliases: [{ output: 0, input: 0, kind: "view" }] } as const;
    expect(trafficOf(view, (network) => ({ name: "l", inputs: [input(network)] }))).toEqual(nothing);
    expect(trafficOf({ outputs: [y], work: {} }, (network) => ({ name: "l", inputs: [network.stored("w", [6])] }))).toEqual(nothing);
  });

  it("moves something for a function in place", () => {
    const relu = { outputs: [y], work: {}, aliases: [{ output: 0, input: 0, kind: "in-place" }] } as const;
    expect(trafficOf(relu, (network) => ({ name: "l", inputs: [input(network)] }))).toMatchObject({ read: exact(40), write: exact(24) });
  });

  it("leaves the traffic of bodies to their layers", () => {
    const found = trafficOf({ outputs: [y], work: {} }, (network) => ({
      name: "l",
      inputs: [input(network)],
      bodies: [network.body("body", (inner) => inner.layer({ name: "inner" }, { outputs: [y], work: {} }))],
    }));
    expect(found).toEqual({ read: exact(0), weights: exact(0), write: exact(0) });
  });

  it("is unknown where nothing describes the layer", () => {
    const graph = buildTestModel(testModel("test", (network) => network.undescribed({ name: "l", inputs: [input(network)] }, y)));
    expect(layerTraffic(layerOf(graph, "l"))).toEqual({ read: UNKNOWN, weights: UNKNOWN, write: UNKNOWN });
    expect(isFolded(layerOf(graph, "l"))).toBe(false);
  });
});

describe("sizes of values", () => {
  const tensor = (more: Partial<Tensor>): Tensor => ({ name: "t", role: "activation", status: "exact", stored: false, ...more });

  it("add up what a sequence holds, and are unknown where that is", () => {
    const list = tensor({ type: { kind: "sequence", elements: [y, { dtype: "int4", shape: [3] }] } });
    expect([elementsIn(list), bytesIn(list)]).toEqual([exact(9), exact(26)]); // 6 + 3; 24 + 2
    expect([elementsIn(tensor({})), bytesIn(tensor({ type: { kind: "sequence", element: y } }))]).toEqual([UNKNOWN, UNKNOWN]);
    expect([
      elementsIn(tensor({ type: { dtype: "string", shape: [2] } })),
      bytesIn(tensor({ type: { dtype: "string", shape: [2] } })),
    ]).toEqual([exact(2), UNKNOWN]);
  });

  it("are what the file stores, where it stores something else", () => {
    expect(bytesIn(tensor({ type: y, bytes: 7 }))).toEqual(exact(7));
  });

  it("are as sure as the shape", () => {
    expect(bytesIn(tensor({ type: y, status: "at-most" }))).toEqual({ value: 24, status: "at-most" });
  });
});

describe("computeDType", () => {
  it("is what the description says, else the first tensor's", () => {
    const dtypeOf = (description: Description): unknown =>
      computeDType(
        layerOf(
          buildTestModel(testModel("t", (network) => network.layer({ name: "l", inputs: [undefined, input(network)] }, description))),
          "l",
        ),
      );
    expect(dtypeOf({ outputs: [{ dtype: "int8", shape: [] }], work: {} })).toBe("float32");
    expect(dtypeOf({ outputs: [{ dtype: "int8", shape: [] }], work: {}, compute: "int32" })).toBe("int32");
  });
});
