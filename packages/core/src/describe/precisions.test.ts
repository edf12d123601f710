import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Layer } from "../ir/graph.ts";
import { product } from "../ir/shape.ts";
import type { Tensor } from "../ir/tensor.ts";
import { computeDType } from "../metric/compute-dtype.ts";
import { bytesIn } from "../metric/tensor-size.ts";
import { layerTraffic } from "../metric/traffic.ts";
import type { AttributeSchema } from "./attribute-schema.ts";
import type { Precision } from "./bindings.ts";
import { type GraphBuilder, startGraph } from "./graph-builder.ts";
import { defineLayerType } from "./layer-type.ts";

const nothing: AttributeSchema<object> = { "~standard": { version: 1, vendor: "test", validate: () => ({ value: {} }) } };

/** [rows, 10] · [10, 10] */
const dense = defineLayerType({
  type: "dense",
  attributes: nothing,
  inputs: { x: "tensor", weight: "tensor?" },
  describe: ({ inputs: { x } }) => ({ outputs: [{ dtype: x.dtype, shape: x.shape }], work: { mac: product(x.shape) * 10 } }),
});

const turn = defineLayerType({
  type: "turn",
  attributes: nothing,
  inputs: { x: "tensor" },
  describe: ({ inputs: { x } }) => ({ outputs: [{ dtype: x.dtype, shape: x.shape.toReversed() }], work: {} }),
});

/** Two rows of a table of ten. */
const look = defineLayerType({
  type: "look-up",
  attributes: nothing,
  inputs: { table: "tensor", ids: "tensor" },
  describe: ({ inputs: { table } }) => ({
    outputs: [{ dtype: table.dtype, shape: [2, 10] }],
    work: {},
    traffic: { read: 2 * 8 + 20 * 4 }, // ids of int64, rows of float32
  }),
});

class Network {
  readonly builder: GraphBuilder;
  readonly record: ReturnType<typeof startGraph>["record"];
  readonly x: Tensor;

  constructor(precision: Precision) {
    const types = new Map([dense, turn, look].map((type) => [type.type, type]));
    ({ builder: this.builder, record: this.record } = startGraph("test", types, { precision }));
    this.x = this.builder.input({ name: "x", dtype: "float32", shape: [2, 10] });
  }

  weight(name: string): Tensor {
    return this.builder.stored({ name, dtype: "float32", shape: [10, 10], role: "weight" });
  }

  add(type: string, name: string, inputs: readonly Tensor[], path: readonly string[] = []): Tensor {
    return this.builder.layer({ type, name, path, inputs, outputs: [name], origin: { format: "test", operator: type, name } })[0]!;
  }

  layers(): readonly Layer[] {
    return this.builder.finish([]).layers;
  }
}

describe("precisions of some layers", () => {
  it("are what these compute in and hold their outputs in; their neighbours see what they saw", () => {
    const network = new Network({ layers: [{ pattern: "b", activations: "int8" }] });
    const a = network.add("dense", "a", [network.x, network.weight("wa")]);
    const b = network.add("dense", "b", [a, network.weight("wb")]);
    network.add("dense", "c", [b, network.weight("wc")]);
    const layers = network.layers();
    expect(layers.map(computeDType)).toEqual(["float32", "int8", "float32"]);
    expect(layers.map(layerTraffic).map(({ read, write }) => [read.value, write.value])).toEqual([
      [80, 80], // 2 · 10 · 4
      [80, 20],
      [20, 80],
    ]);
    expect(layers.map(({ description }) => description?.work.mac)).toEqual([200, 200, 200]);
  });

  it("are handed on by layers that compute nothing, whatever these are called", () => {
    const network = new Network({
      layers: [
        { pattern: "a", activations: "float16" },
        { pattern: "turned", activations: "int8" },
      ],
    });
    const a = network.add("dense", "a", [network.x, network.weight("w")]);
    const turned = network.add("turn", "turned", [a]);
    expect([bytesIn(a).value, bytesIn(turned).value]).toEqual([40, 40]); // 20 · 2
  });

  it("find layers by name, by path and name, and by type; the last that says something counts", () => {
    const held = (...layers: NonNullable<Precision["layers"]>): readonly unknown[] => {
      const network = new Network({ layers });
      const weight = network.weight("w");
      return [network.add("dense", "q", [network.x, weight], ["encoder", "layer.0"]).held, weight.held];
    };
    for (const pattern of ["q", "encoder.layer.0.q", "encoder.*", "*.q", "dense", "*"])
      expect(held({ pattern, activations: "int8" })).toEqual(["int8", undefined]);
    for (const pattern of ["Q", "encoder", "*.k", "den", ""])
      expect(held({ pattern, activations: "int8" })).toEqual([undefined, undefined]);
    expect(
      held({ pattern: "*", weights: "int8", activations: "int8" }, { pattern: "q", weights: "float32" }, { pattern: "k", weights: "int4" }),
    ).toEqual(["int8", undefined]);
  });

  it("change the bytes of weights, through what is made of these when the model is loaded", () => {
    const network = new Network({ weights: "float16", layers: [{ pattern: "b", weights: "int4" }] });
    const [wa, wb] = [network.weight("wa"), network.weight("wb")];
    const a = network.add("dense", "a", [network.x, network.add("turn", "ta", [wa])]);
    network.add("dense", "b", [a, network.add("turn", "tb", [network.add("turn", "tb2", [wb])])]);
    expect([wa, wb].map((tensor) => bytesIn(tensor).value)).toEqual([200, 50]); // 100 · 2, 100 / 2
    expect(network.layers().map((layer) => layerTraffic(layer).weights.value)).toEqual([0, 200, 0, 0, 50]);
    expect(network.layers().map(computeDType)).toEqual(Array(5).fill("float32"));
  });

  it("of activations alone leave weights as they are stored, also through what is made of these", () => {
    for (const [activations, bytes] of [
      ["float16", 40],
      ["int8", 20],
    ] as const) {
      const network = new Network({ activations });
      const weight = network.weight("w");
      network.add("dense", "a", [network.x, network.add("turn", "t", [weight])]);
      expect(bytesIn(weight).value).toBe(400);
      expect(layerTraffic(network.layers()[1]!)).toMatchObject({
        weights: { value: 400 },
        read: { value: bytes },
        write: { value: bytes },
      });
    }
  });

  it("shrink what a layer reads of a table", () => {
    const read = (precision: Precision): readonly unknown[] => {
      const network = new Network(precision);
      const ids = network.builder.input({ name: "ids", dtype: "int64", shape: [2] });
      network.add("look-up", "rows", [network.weight("table"), ids]);
      const { weights, read: ofIds } = layerTraffic(network.layers()[0]!);
      return [weights.value, ofIds.value];
    };
    expect(read({})).toEqual([80, 16]);
    expect(read({ weights: "int8" })).toEqual([20, 16]); // 20 · 1
    expect(read({ layers: [{ pattern: "rows", weights: "int4" }] })).toEqual([10, 16]);
  });

  it("are what a layer hands out that reads of a table alone", () => {
    const held = (precision: Precision): unknown => {
      const network = new Network(precision);
      return network.add("look-up", "rows", [network.weight("table"), network.builder.input({ name: "ids", dtype: "int64", shape: [2] })])
        .held;
    };
    expect(held({ activations: "float16" })).toBe("float16");
    expect(held({ layers: [{ pattern: "rows", activations: "int8" }] })).toBe("int8");
    expect(held({ weights: "int8" })).toBeUndefined(); // it is expanded as it is read
  });

  it("leave a weight that layers share as the first of them has it, and say so", () => {
    const network = new Network({ layers: [{ pattern: "b", weights: "int8" }] });
    const weight = network.weight("tied");
    network.add("dense", "b", [network.add("dense", "a", [network.x, weight]), weight]);
    expect(bytesIn(weight).value).toBe(400);
    expect(network.record().diagnostics).toEqual([
      {
        severity: "warning",
        code: "shared-weight",
        message: 'layers of different precision share the weight "tied": the precision of the first one counts',
      },
    ]);
  });

  it("that are for no layer are told", () => {
    const network = new Network({ layers: [{ pattern: "decoder.*", weights: "int8" }] });
    network.add("dense", "a", [network.x, network.weight("w")]);
    expect(network.record().diagnostics).toEqual([
      { severity: "warning", code: "unmatched-precision", message: 'a precision is for the layers "decoder.*", and none is called so' },
    ]);
  });

  it("match as the regular expression does that a pattern stands for", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", ".", "*"), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (pattern, name) => {
        const network = new Network({ layers: [{ pattern, activations: "int8" }] });
        const { held } = network.add("dense", name, [network.x, network.weight("w")]);
        const parts = pattern.split("*").map((part) => part.replaceAll(".", "\\."));
        expect(held === "int8").toBe(new RegExp(`^${parts.join(".*")}$`).test(name));
      }),
    );
  });
});
