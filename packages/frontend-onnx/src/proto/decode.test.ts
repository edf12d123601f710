import { bytesSource } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { fixed32, fixed64, int, len, varint } from "../../test/wire-bytes.ts";
import type { AttributeProto, GraphProto, ModelProto, NodeProto, TensorProto, TypeProto } from "./model-proto.ts";
import { readModelProto } from "./read-model-proto.ts";

type Fields = readonly number[];

function read(...fields: readonly Fields[]): Promise<ModelProto> {
  return readModelProto(bytesSource(Uint8Array.from(fields.flat()), "m.onnx"));
}

async function readGraph(...fields: readonly Fields[]): Promise<GraphProto> {
  return (await read(int(1, 13), len(7, ...fields))).graph!;
}

async function readNode(...fields: readonly Fields[]): Promise<NodeProto> {
  return (await readGraph(len(1, ...fields))).node[0]!;
}

async function readAttribute(...fields: readonly Fields[]): Promise<AttributeProto> {
  return (await readNode(len(5, ...fields))).attribute[0]!;
}

async function readTensor(...fields: readonly Fields[]): Promise<TensorProto> {
  return (await readGraph(len(5, ...fields))).initializer[0]!;
}

async function readType(...fields: readonly Fields[]): Promise<TypeProto> {
  return (await readGraph(len(11, len(2, ...fields)))).input[0]!.type!;
}

const NO_GRAPH = len(7);

describe("the rules of protobuf", () => {
  it("gives absent fields their defaults, and leaves out those whose absence tells", async () => {
    expect(await readNode()).toEqual({
      input: [],
      output: [],
      name: "",
      opType: "",
      domain: "",
      overload: "",
      attribute: [],
      docString: "",
      metadataProps: [],
      deviceConfigurations: [],
    });
    const attribute = await readAttribute();
    expect(attribute).toMatchObject({ name: "", type: 0, ints: [] });
    expect(Object.keys(attribute)).not.toContain("i");
  });

  it("keeps the last of several values", async () => {
    expect(await read(int(1, 7), NO_GRAPH, int(1, 9))).toMatchObject({ irVersion: 9 });
    expect(await readNode(len(3, "a"), len(3, "b"))).toMatchObject({ name: "b" });
  });

  it("merges the parts of a message that comes in parts", async () => {
    const model = await read(len(7, len(2, "first"), len(1, len(4, "Relu"))), len(7, len(1, len(4, "Tanh")), len(2, "second")));
    expect(model.graph).toMatchObject({ name: "second", node: [{ opType: "Relu" }, { opType: "Tanh" }] });
  });

  it("reads lists of numbers packed, unpacked, and mixed", async () => {
    const packed = await readTensor(len(1, varint(2), varint(300)), int(1, 4));
    expect(packed.dims).toEqual([2, 300, 4]);
    const attribute = await readAttribute(
      fixed32(7, 0.5),
      len(7, [0, 0, 0x80, 0x3f, 0, 0, 0, 0x40]),
      int(8, -1),
      len(8, varint(-2), varint(7)),
    );
    expect(attribute.floats).toEqual([0.5, 1, 2]);
    expect(attribute.ints).toEqual([-1, -2, 7]);
  });

  it("reads an empty packed list as no elements", async () => {
    expect((await readTensor(len(1), len(4))).dims).toEqual([]);
  });

  it("keeps the last member of a oneof alone", async () => {
    const [batch, fixed] = (await readType(len(1, len(2, len(1, int(1, 4), len(2, "batch")), len(1, len(2, "n"), int(1, 8)))))).tensorType!
      .shape!.dim;
    expect(batch).toEqual({ dimParam: "batch", denotation: "" });
    expect(fixed).toEqual({ dimValue: 8, denotation: "" });
    expect(await readType(len(1, int(1, 1)), len(4, len(1, len(1, int(1, 7)))))).toEqual({
      denotation: "",
      sequenceType: { elemType: { denotation: "", tensorType: { elemType: 7 } } },
    });
  });

  it("tells a scalar from a tensor of unknown rank", async () => {
    expect((await readType(len(1, int(1, 1), len(2)))).tensorType).toEqual({ elemType: 1, shape: { dim: [] } });
    expect((await readType(len(1, int(1, 1)))).tensorType).toEqual({ elemType: 1 });
  });

  it("skips unknown fields of every wire type, groups included", async () => {
    const group = [
      ...varint(99 * 8 + 3),
      ...int(1, 5),
      ...varint(3 * 8 + 3),
      ...len(7, "inner"),
      ...varint(3 * 8 + 4),
      ...varint(99 * 8 + 4),
    ];
    const node = await readNode(int(100, 2n ** 63n), fixed64(101, 1), len(102, "x".repeat(300)), fixed32(103, 1), group, len(4, "Relu"));
    expect(node.opType).toBe("Relu");
  });

  it("skips known fields of another wire type", async () => {
    const node = await readNode(int(4, 1), len(4, "Relu"), fixed32(4, 1));
    expect(node.opType).toBe("Relu");
    expect(await read(NO_GRAPH, len(1, "seven"))).toMatchObject({ irVersion: 0 });
  });

  it("reads 64-bit integers exactly, as bigint beyond 2^53", async () => {
    expect((await readTensor(int(1, 2 ** 53 - 1), int(1, 2n ** 53n + 1n), int(1, -(2n ** 63n)))).dims).toEqual([
      2 ** 53 - 1,
      2n ** 53n + 1n,
      -(2n ** 63n),
    ]);
    expect((await readTensor(len(11, varint(2n ** 64n - 1n)))).uint64Data).toEqual([2n ** 64n - 1n]);
    expect((await readTensor(len(5, varint(-3)))).int32Data).toEqual([-3]);
  });
});

describe("what is newer than IR version 8", () => {
  const note = len(9, len(1, "k"), len(2, "v"));

  it("reads overloads, metadata and device configurations of nodes", async () => {
    const sharding = len(
      2,
      len(1, "w"),
      int(2, 0),
      len(3, int(1, 5), len(2, varint(1), varint(2))),
      len(4, int(1, 1), len(2, len(2, "n"), int(3, 4))),
    );
    expect(await readNode(len(8, "fast"), note, len(10, len(1, "tp"), sharding, int(3, 2)))).toMatchObject({
      overload: "fast",
      metadataProps: [{ key: "k", value: "v" }],
      deviceConfigurations: [
        {
          configurationId: "tp",
          shardingSpec: [
            {
              tensorName: "w",
              device: [0],
              indexToDeviceGroupMap: [{ key: 5, value: [1, 2] }],
              shardedDim: [{ axis: 1, simpleSharding: [{ dimParam: "n", numShards: 4 }] }],
            },
          ],
          pipelineStage: 2,
        },
      ],
    });
  });

  it("reads device configurations of models", async () => {
    const model = await read(NO_GRAPH, len(26, len(1, "tp"), int(2, 2), len(3, "gpu0"), len(3, "gpu1")));
    expect(model.configuration).toEqual([{ name: "tp", numDevices: 2, device: ["gpu0", "gpu1"] }]);
  });

  it("reads functions with overload, default attributes, value types and metadata", async () => {
    const body = [len(1, "Gelu"), len(4, "x"), len(5, "y"), len(6, "alpha"), len(7, len(4, "Erf"), len(5, len(1, "a"), len(21, "alpha")))];
    const more = [
      len(9, len(1, ""), int(2, 20)),
      len(10, "acme"),
      len(11, len(1, "beta"), fixed32(2, 0.5)),
      len(12, len(1, "h")),
      len(13, "v2"),
      len(14, len(1, "k")),
    ];
    expect((await read(NO_GRAPH, len(25, ...body, ...more))).functions[0]).toMatchObject({
      name: "Gelu",
      input: ["x"],
      output: ["y"],
      attribute: ["alpha"],
      node: [{ opType: "Erf", attribute: [{ name: "a", refAttrName: "alpha" }] }],
      opsetImport: [{ domain: "", version: 20 }],
      domain: "acme",
      attributeProto: [{ name: "beta", f: 0.5 }],
      valueInfo: [{ name: "h" }],
      overload: "v2",
      metadataProps: [{ key: "k", value: "" }],
    });
  });

  it("reads metadata of graphs, tensors and values", async () => {
    const graph = await readGraph(len(16, len(1, "g")), len(5, len(16, len(1, "t"))), len(13, len(4, len(1, "i"))));
    expect(graph).toMatchObject({
      metadataProps: [{ key: "g" }],
      initializer: [{ metadataProps: [{ key: "t" }] }],
      valueInfo: [{ metadataProps: [{ key: "i" }] }],
    });
  });

  it("reads optional, sparse and opaque types, and types as attributes", async () => {
    expect(await readType(len(9, len(1, len(8, int(1, 1), len(2)))))).toMatchObject({
      optionalType: { elemType: { sparseTensorType: { elemType: 1, shape: { dim: [] } } } },
    });
    expect(await readType(len(7, len(1, "acme"), len(2, "Handle")))).toMatchObject({ opaqueType: { domain: "acme", name: "Handle" } });
    expect(await readAttribute(len(14, len(1, int(1, 26))), len(15, len(5, int(1, 8), len(2))), int(20, 13))).toMatchObject({
      type: 13,
      tp: { tensorType: { elemType: 26 } },
      typeProtos: [{ mapType: { keyType: 8, valueType: {} } }],
    });
  });
});

describe("payloads", () => {
  const KEPT = 128 * 1024;

  it("keeps payloads of up to 128 KiB", async () => {
    const { rawData, skipped } = await readTensor(len(9, new Uint8Array(KEPT).fill(7)));
    expect(rawData).toEqual(new Uint8Array(KEPT).fill(7));
    expect(skipped).toEqual([]);
  });

  it("leaves larger ones in the file, and says where", async () => {
    const tensor = await readTensor(len(8, "w"), len(9, new Uint8Array(KEPT + 1)), int(2, 2));
    expect(tensor).toMatchObject({ name: "w", dataType: 2 });
    expect(tensor.rawData).toBeUndefined();
    // 2 bytes of ir_version; tag and length (3 bytes: 2^17 and some) of graph, initializer and raw_data; 3 bytes of name
    expect(tensor.skipped).toEqual([{ field: "rawData", offset: 2 + 4 + 4 + 3 + 4, length: KEPT + 1 }]);
  });

  it("leaves large packed lists, strings and attributes in the file", async () => {
    const zeros = new Uint8Array(KEPT + 8);
    const tensor = await readTensor(len(4, zeros), len(5, zeros), len(6, zeros), len(7, zeros), len(10, zeros), len(11, zeros));
    expect(tensor.skipped.map(({ field }) => field)).toEqual([
      "floatData",
      "int32Data",
      "stringData",
      "int64Data",
      "doubleData",
      "uint64Data",
    ]);
    expect(tensor).toMatchObject({ floatData: [], int32Data: [], stringData: [], int64Data: [], doubleData: [], uint64Data: [] });
    const attribute = await readAttribute(len(4, zeros), len(1, "engine"));
    expect(attribute).toMatchObject({ name: "engine", skipped: [{ field: "s", length: KEPT + 8 }] });
    expect(attribute.s).toBeUndefined();
  });

  it("keeps only small ones when all that is kept comes to 64 MiB", async () => {
    const tensor = len(5, len(9, new Uint8Array(KEPT)));
    const few = len(5, len(9, new Uint8Array(4096)));
    const parts = [...Array<number[]>(513).fill(tensor), few];
    const graphLength = 513 * tensor.length + few.length;
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 8));
    let at = 0;
    for (const part of [[...varint(7 * 8 + 2), ...varint(graphLength)], ...parts]) {
      bytes.set(part, at);
      at += part.length;
    }
    const { graph } = await readModelProto(bytesSource(bytes.subarray(0, at), "m.onnx"));
    expect(graph.initializer[511]!.skipped).toHaveLength(0); // 512 · 128 KiB = 64 MiB
    expect(graph.initializer[512]!.skipped).toHaveLength(1);
    expect(graph.initializer[513]!.rawData).toHaveLength(4096);
  });
});
