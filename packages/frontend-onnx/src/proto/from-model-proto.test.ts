import { describe, expect, it } from "vitest";
import { fromModelProto, isModelProtoObject } from "./from-model-proto.ts";

/** A 64-bit integer as the `long` package holds it. */
function long(value: bigint, unsigned: boolean = false): object {
  return { low: Number(BigInt.asIntN(32, value)), high: Number(BigInt.asIntN(32, value >> 32n)), unsigned };
}

describe("fromModelProto", () => {
  it("fills in what is absent, null, or only on the prototype", () => {
    const node = Object.assign(Object.create({ opType: "inherited", input: ["inherited"] }) as object, { name: null, output: ["y"] });
    expect(fromModelProto({ graph: { node: [node] } }).graph.node[0]).toEqual({
      input: [],
      output: ["y"],
      name: "",
      opType: "",
      domain: "",
      overload: "",
      attribute: [],
      docString: "",
      metadataProps: [],
      deviceConfigurations: [],
    });
  });

  it("takes 64-bit integers as numbers, bigints and Long", () => {
    const { graph } = fromModelProto({
      graph: { initializer: [{ dims: [3, 4n, long(5n), long(-1n), long(2n ** 60n)], uint64Data: [long(2n ** 64n - 1n, true)] }] },
    });
    expect(graph.initializer[0]).toMatchObject({ dims: [3, 4, 5, -1, 2n ** 60n], uint64Data: [2n ** 64n - 1n] });
  });

  it("takes bytes as arrays of bytes, and shares the memory of typed ones", () => {
    const rawData = Buffer.from([1, 2]);
    const { graph } = fromModelProto({
      graph: { initializer: [{ rawData }, { rawData: [3, 4] }, { stringData: [Uint8Array.of(0x68, 0x69), "ho"] }] },
    });
    rawData[1] = 9;
    expect(graph.initializer[0]!.rawData).toEqual(Uint8Array.of(1, 9));
    expect(graph.initializer[1]!.rawData).toEqual(Uint8Array.of(3, 4));
    expect(graph.initializer[2]!.stringData).toEqual(["hi", "ho"]);
  });

  it("takes typed arrays as lists", () => {
    const { graph } = fromModelProto({ graph: { initializer: [{ floatData: Float32Array.of(0.5, 1), int64Data: BigInt64Array.of(7n) }] } });
    expect(graph.initializer[0]).toMatchObject({ floatData: [0.5, 1], int64Data: [7] });
  });

  it.each([
    [{}, "onnx-malformed", "model object: the ONNX model has no graph"],
    [{ graph: 7 }, "onnx-malformed", "model object: graph is no message"],
    [{ graph: { node: {} } }, "onnx-malformed", "model object: graph.node is no list"],
    [{ graph: { node: [{}, { opType: 5 }] } }, "onnx-malformed", "model object: graph.node[1].op_type is no string"],
    [{ graph: { initializer: [{ dims: [1, 1.5] }] } }, "onnx-malformed", "model object: graph.initializer[0].dims[1] is no int64"],
    [{ graph: { initializer: [{ dataType: "FLOAT" }] } }, "onnx-malformed", "model object: graph.initializer[0].data_type is no int32"],
    [{ graph: { initializer: [{ rawData: "AAAA" }] } }, "onnx-malformed", "model object: graph.initializer[0].raw_data is no bytes"],
    [
      { graph: { node: [{ attribute: [{ floats: ["1"] }] }] } },
      "onnx-malformed",
      "model object: graph.node[0].attribute[0].floats[0] is no float",
    ],
  ])("refuses %j", (object, code, message) => {
    expect(() => fromModelProto(object)).toThrow(expect.objectContaining({ code, message }));
  });

  it("refuses a graph that holds itself", () => {
    const graph: Record<string, unknown> = {};
    graph["node"] = [{ attribute: [{ g: graph }] }];
    expect(() => fromModelProto({ graph })).toThrow(
      expect.objectContaining({ code: "onnx-limit", message: "model object: messages stand more than 320 deep in one another" }),
    );
  });
});

describe("isModelProtoObject", () => {
  it("goes by the graph, and the versions beside it", () => {
    expect(isModelProtoObject({ irVersion: 8, graph: {} })).toBe(true);
    expect(isModelProtoObject({ opsetImport: [], graph: {} })).toBe(true);
    expect(isModelProtoObject({ graph: {} })).toBe(false);
    expect(isModelProtoObject({ irVersion: 8, graph: null })).toBe(false);
    expect(isModelProtoObject({ layers: [] })).toBe(false);
  });
});
