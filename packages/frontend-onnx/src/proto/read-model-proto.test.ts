import { bytesSource, type Source } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { sparseSource } from "../../test/sparse-source.ts";
import { fixed32, int, len, varint } from "../../test/wire-bytes.ts";
import type { GraphProto } from "./model-proto.ts";
import { readModelProto } from "./read-model-proto.ts";

function source(...fields: readonly (readonly number[])[]): Source {
  return bytesSource(Uint8Array.from(fields.flat()), "m.onnx");
}

/** x → Relu → y, as exporters write it, fields in ascending order: 2 + 9 + 24 + 4 = 39 bytes. */
const relu = [
  int(1, 8),
  len(2, "by hand"),
  len(7, len(1, len(1, "x"), len(2, "y"), len(4, "Relu")), len(2, "g"), len(11, len(1, "x"))),
  len(8, int(2, 17)),
];

async function failure(of: Source): Promise<{ code: string; message: string }> {
  try {
    await readModelProto(of);
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error("nothing was thrown");
}

describe("readModelProto", () => {
  it("reads a model", async () => {
    expect(await readModelProto(source(...relu))).toMatchObject({
      irVersion: 8,
      producerName: "by hand",
      opsetImport: [{ domain: "", version: 17 }],
      graph: { name: "g", node: [{ input: ["x"], output: ["y"], opType: "Relu" }], input: [{ name: "x" }] },
    });
  });

  it("reads names of a million characters", async () => {
    const name = "n".repeat(1_000_000);
    const { graph } = await readModelProto(source(int(1, 8), len(7, len(1, len(1, name)))));
    expect(graph.node[0]!.input).toEqual([name]);
  });

  it("reads a hundred graphs in one another", async () => {
    let graph: number[] = len(1, len(4, "Relu"));
    for (let depth = 1; depth < 100; depth++) graph = len(1, len(4, "If"), len(5, len(6, graph)));
    let inner: GraphProto = (await readModelProto(source(int(1, 8), len(7, graph)))).graph;
    for (let depth = 1; depth < 100; depth++) inner = inner.node[0]!.attribute[0]!.g!;
    expect(inner.node[0]!.opType).toBe("Relu");
  });

  it.each([200, 5000])("refuses %i graphs in one another", async (levels) => {
    // Built from the inside out without copying: the headers are prepended in reverse.
    const reversed: number[] = [];
    for (let depth = 0; depth < levels; depth++) {
      for (const field of [6, 5, 1]) reversed.push(...[...varint(field * 8 + 2), ...varint(reversed.length)].toReversed());
    }
    reversed.push(...[...varint(7 * 8 + 2), ...varint(reversed.length)].toReversed());
    expect(await failure(source(int(1, 8), reversed.toReversed()))).toMatchObject({
      code: "onnx-limit",
      message: expect.stringMatching(
        /^m\.onnx: too much to read at byte \d+, graph\.node\[0\]\.attribute\[0\]\.g\.node\[0\]\.attribute\[0\]\.….*: messages stand more than 320 deep in one another$/,
      ),
    });
  });

  it("refuses groups that stand deep in one another", async () => {
    expect(
      await failure(
        source(
          ...relu,
          Array<number>(400)
            .fill(99 * 8 + 3)
            .flatMap(varint),
        ),
      ),
    ).toMatchObject({
      code: "onnx-limit",
      message: expect.stringContaining("groups stand more than 320 deep in one another"),
    });
  });
});

describe("what readModelProto reads of a large file", () => {
  const GIB = 2 ** 30;

  /** A field of wire type 2 whose contents are too long to be there. */
  function header(field: number, length: number): number[] {
    return [...varint(field * 8 + 2), ...varint(length)];
  }

  it("reads a few KiB of 3 GiB, wherever the weights stand", async () => {
    const before = [...int(1, 2 ** 15), ...int(1, 2 ** 13), ...int(2, 1), ...header(9, GIB)]; // 2^28 float32
    const name = len(8, "w");
    const tensor = [...header(5, before.length + GIB + name.length), ...before];
    const constant = [...header(9, GIB)];
    const value = [...header(5, constant.length + GIB), ...constant];
    const attribute = [...header(5, value.length + GIB), ...value];
    const node = [...header(1, attribute.length + GIB), ...attribute];
    const last = len(1, len(4, "Gemm"));
    const graphLength = 2 * (tensor.length + GIB + name.length) + node.length + GIB + last.length;
    const large = sparseSource("large.onnx", [
      [...int(1, 10), ...header(7, graphLength), ...tensor],
      GIB,
      [...name, ...tensor],
      GIB,
      [...name, ...node],
      GIB,
      [...last, ...len(8, int(2, 20))],
    ]);

    const model = await readModelProto(large);
    expect(large.size).toBeGreaterThan(3 * GIB);
    expect(model.graph.initializer).toMatchObject([
      { name: "w", dims: [32768, 8192], skipped: [{ field: "rawData", length: GIB }] },
      { name: "w", dims: [32768, 8192], skipped: [{ field: "rawData", length: GIB }] },
    ]);
    expect(model.graph.node).toMatchObject([{ attribute: [{ t: { skipped: [{ length: GIB }] } }] }, { opType: "Gemm" }]);
    expect(model.opsetImport).toHaveLength(1);
    expect(large.bytesRead).toBeLessThan(20 * 1024);
    expect(large.reads).toBeLessThan(8);
  });

  it("skips what it does not know", async () => {
    const large = sparseSource("large.onnx", [[...int(1, 10), ...header(99, GIB)], GIB, len(7)]);
    expect((await readModelProto(large)).graph.node).toEqual([]);
    expect(large.bytesRead).toBeLessThan(16 * 1024);
  });

  it("reads no byte of a structure of 2 MB more than twice, and never more than 1 MiB at a time", async () => {
    const node = len(1, len(1, "input"), len(2, "output"), len(4, "Relu"));
    const structure = Array<number[]>(100_000).fill(node).flat();
    const whole = [...int(1, 8), ...len(7, structure)];
    let bytesRead = 0;
    let longest = 0;
    const inMemory = bytesSource(Uint8Array.from(whole), "m.onnx");
    const { graph } = await readModelProto({
      ...inMemory,
      read: (offset, length) => {
        bytesRead += length;
        longest = Math.max(longest, length);
        return inMemory.read(offset, length);
      },
    });
    expect(graph.node).toHaveLength(100_000);
    expect(bytesRead).toBeLessThan(1.01 * whole.length);
    expect(longest).toBe(2 ** 20);
  });

  it("refuses a structure of more than 512 MiB before reading it", async () => {
    const large = sparseSource("large.onnx", [[...int(1, 10), ...header(7, 6 + GIB), ...header(10, GIB)], GIB]);
    expect(await failure(large)).toMatchObject({
      code: "onnx-limit",
      message: "large.onnx: too much to read at byte 14, graph.doc_string: the model takes more than 512 MiB, large tensors aside",
    });
    expect(large.bytesRead).toBeLessThan(16 * 1024);
  });

  it("tells a source that ends before its size", async () => {
    const full = Uint8Array.from(relu.flat());
    const shrunk: Source = {
      name: "m.onnx",
      size: full.length + 3,
      read: (offset, length) => Promise.resolve(full.subarray(offset, offset + length)),
    };
    expect(await failure(shrunk)).toMatchObject({
      code: "onnx-truncated",
      message: `m.onnx: truncated: it has ${full.length} of its ${full.length + 3} bytes`,
    });
  });

  it("passes on what the source throws", async () => {
    const broken: Source = { name: "m.onnx", size: 10, read: () => Promise.reject(new Error("disk on fire")) };
    expect(await failure(broken)).toMatchObject({ message: "disk on fire" });
  });
});

describe("the errors of readModelProto", () => {
  it("names a file that ends too early, cut at any byte", async () => {
    const full = Uint8Array.from(relu.flat());
    const ends = relu.map((_, index) => relu.slice(0, index + 1).flat().length);
    for (let length = 0; length < full.length; length++) {
      const cut = bytesSource(full.subarray(0, length), "m.onnx");
      if (length === ends[2]) await readModelProto(cut); // only the opset imports are missing, which early models lack as well
      else if (length === 0)
        expect(await failure(cut)).toMatchObject({ code: "onnx-not-onnx", message: "m.onnx: not an ONNX file: it is empty" });
      else if (ends.includes(length))
        expect(await failure(cut)).toMatchObject({ code: "onnx-malformed", message: "m.onnx: the ONNX model has no graph" });
      else
        expect(await failure(cut)).toMatchObject({
          code: "onnx-truncated",
          message: expect.stringMatching(
            `^m.onnx: truncated: the file ends at byte ${length}, in the middle of (ir_version|producer_name|graph|opset_import\\[0\\])$`,
          ),
        });
    }
  });

  it.each([
    ["a field with number 0", [...relu, [0, 0]], "m.onnx: malformed at byte 39: there is no field number 0"],
    ["a wire type that there is not", [...relu, [0x0f]], "m.onnx: malformed at byte 40: there is no wire type 7"],
    ["a group that ends before it begins", [...relu, varint(99 * 8 + 4)], "m.onnx: malformed at byte 41: a group ends that has not begun"],
    [
      "a group that ends another",
      [...relu, varint(99 * 8 + 3), varint(98 * 8 + 4)],
      "m.onnx: malformed at byte 43: a group ends that has not begun",
    ],
    ["a field number beyond 29 bits", [...relu, varint(2 ** 33)], "m.onnx: malformed at byte 39: a field number is too large"],
    [
      "a negative length",
      [int(1, 8), [0x3a, ...varint(-1)]],
      "m.onnx: malformed at byte 3, graph: no field is 18446744073709551615 bytes long",
    ],
    [
      "a varint of eleven bytes",
      [[0x08, ...Array<number>(10).fill(0x80), 1]],
      "m.onnx: malformed at byte 1, ir_version: a number goes on for more than 10 bytes",
    ],
    [
      "a node longer than its graph",
      [int(1, 8), len(7, len(1), [0x0a, 5, 0x22])],
      "m.onnx: malformed at byte 8, graph.node[1]: it takes 5 bytes, and 1 are left",
    ],
    [
      "a number longer than its message",
      [int(1, 8), len(7, len(5, [0x10, 0x80])), len(8, int(2, 17))],
      "m.onnx: malformed at byte 8, graph.initializer[0].data_type: a number runs past the end of its message",
    ],
    [
      "a float longer than its message",
      [int(1, 8), len(7, len(1, len(5, fixed32(2, 1).slice(0, 3))))],
      "m.onnx: malformed at byte 9, graph.node[0].attribute[0].f: it takes 4 bytes, and 2 are left",
    ],
    [
      "a packed list that ends within an element",
      [int(1, 8), len(7, len(5, len(4, [0, 0, 0x80])))],
      "m.onnx: malformed at byte 8, graph.initializer[0].float_data[0]: it takes 4 bytes, and 3 are left",
    ],
    ["no graph", [int(1, 8), len(8, int(2, 17))], "m.onnx: the ONNX model has no graph"],
  ])("names %s", async (_, fields, message) => {
    expect(await failure(source(...fields))).toMatchObject({ code: "onnx-malformed", message });
  });

  it("names a group at the end of the file that does not end", async () => {
    expect(await failure(source(...relu, varint(99 * 8 + 3), int(1, 1)))).toMatchObject({
      code: "onnx-truncated",
      message: "m.onnx: truncated: the file ends at byte 43, in the middle of a field",
    });
  });

  it.each([
    [
      "a ZIP archive",
      [0x50, 0x4b, 3, 4, 20],
      "m.onnx: not an ONNX file: the first bytes are a ZIP archive's (a PyTorch checkpoint? export it to ONNX first)",
    ],
    [
      "a Git LFS pointer",
      [...new TextEncoder().encode("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a")],
      "m.onnx: not an ONNX file: it is a Git LFS pointer, not the model itself (run `git lfs pull`)",
    ],
    ["text that begins with a tag of ModelProto", [...new TextEncoder().encode('"quoted" words')], "m.onnx: not an ONNX file: it is text"],
    ["other protobuf", [...len(1, len(1, "conv1"), len(2, "Conv2D"))], "m.onnx: not an ONNX file: it does not begin as a model does"],
  ])("says of %s what it is", async (_, bytes, message) => {
    expect(await failure(source(bytes))).toMatchObject({ code: "onnx-not-onnx", message });
  });
});
