import { describe, expect, it } from "vitest";
import { fromModelProto } from "./from-model-proto.ts";
import type { TensorProto } from "./model-proto.ts";
import { tensorValues } from "./tensor-values.ts";

const FLOAT = 1;
const UINT8 = 2;
const INT8 = 3;
const UINT16 = 4;
const INT16 = 5;
const INT32 = 6;
const INT64 = 7;
const STRING = 8;
const BOOL = 9;
const FLOAT16 = 10;
const DOUBLE = 11;
const UINT32 = 12;
const UINT64 = 13;
const COMPLEX64 = 14;
const BFLOAT16 = 16;
const FLOAT8E4M3FN = 17;
const UINT4 = 21;
const INT4 = 22;
const FLOAT4E2M1 = 23;
const FLOAT8E8M0 = 24;
const UINT2 = 25;
const INT2 = 26;

function tensor(fields: Partial<TensorProto>): TensorProto {
  return { ...fromModelProto({ graph: { initializer: [{ name: "t" }] } }).graph.initializer[0]!, ...fields };
}

function raw(dataType: number, dims: readonly number[], ...bytes: number[]): TensorProto {
  return tensor({ dataType, dims, rawData: Uint8Array.from(bytes) });
}

describe("tensorValues of raw data", () => {
  it.each([
    ["float32", raw(FLOAT, [2], 0, 0, 0x80, 0x3f, 0, 0, 0x20, 0xc0), [1, -2.5]],
    ["float64", raw(DOUBLE, [], 0, 0, 0, 0, 0, 0, 0xf8, 0x3f), [1.5]],
    ["uint8", raw(UINT8, [2], 1, 255), [1, 255]],
    ["int8", raw(INT8, [2], 1, 255), [1, -1]],
    ["uint16", raw(UINT16, [1], 0x34, 0xf2), [0xf234]],
    ["int16", raw(INT16, [1], 0xfe, 0xff), [-2]],
    ["int32", raw(INT32, [1], 0xfe, 0xff, 0xff, 0xff), [-2]],
    ["uint32", raw(UINT32, [1], 0xfe, 0xff, 0xff, 0xff), [2 ** 32 - 2]],
    ["int64", raw(INT64, [2], 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0x80), [-1, -(2n ** 63n)]],
    ["uint64", raw(UINT64, [1], 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff), [2n ** 64n - 1n]],
    ["bool", raw(BOOL, [3], 0, 1, 2), [0, 1, 1]],
    ["float16", raw(FLOAT16, [1], 0x00, 0x3c), [1]],
    ["bfloat16", raw(BFLOAT16, [1], 0xc0, 0x3f), [1.5]],
    ["float8", raw(FLOAT8E4M3FN, [2], 0x38, 0xb8), [1, -1]],
    ["float8e8m0", raw(FLOAT8E8M0, [1], 130), [8]],
    // three elements of 4 bits in two bytes, the first in the low half
    ["uint4", raw(UINT4, [3], 0xf1, 0x07), [1, 15, 7]],
    ["int4", raw(INT4, [3], 0xf1, 0x08), [1, -1, -8]],
    ["float4e2m1", raw(FLOAT4E2M1, [2], 0x72), [1, 6]],
    // 0b11_10_01_00: four elements of 2 bits, the first lowest
    ["uint2", raw(UINT2, [5], 0b11_10_01_00, 0b10), [0, 1, 2, 3, 2]],
    ["int2", raw(INT2, [4], 0b11_10_01_00), [0, 1, -2, -1]],
  ])("reads %s", (_, held, values) => {
    expect(tensorValues(held)).toEqual(values);
  });

  it("reads raw data that stands at an odd place in memory", () => {
    const rawData = Uint8Array.of(9, 0, 0, 0x80, 0x3f).subarray(1);
    expect(tensorValues(tensor({ dataType: FLOAT, dims: [1], rawData }))).toEqual([1]);
  });
});

describe("tensorValues of lists", () => {
  it.each([
    ["float32", tensor({ dataType: FLOAT, dims: [2], floatData: [1, -2.5] }), [1, -2.5]],
    ["float64", tensor({ dataType: DOUBLE, dims: [1], doubleData: [0.1] }), [0.1]],
    ["int32", tensor({ dataType: INT32, dims: [2, 1], int32Data: [-5, 7] }), [-5, 7]],
    ["int64", tensor({ dataType: INT64, dims: [2], int64Data: [-1, 2n ** 60n] }), [-1, 2n ** 60n]],
    ["uint32", tensor({ dataType: UINT32, dims: [1], uint64Data: [4e9] }), [4e9]],
    ["uint64", tensor({ dataType: UINT64, dims: [1], uint64Data: [2n ** 63n] }), [2n ** 63n]],
    ["string", tensor({ dataType: STRING, dims: [2], stringData: ["a", "b"] }), ["a", "b"]],
    ["int8", tensor({ dataType: INT8, dims: [2], int32Data: [-3, 200] }), [-3, -56]], // also as its bits: 200 − 256
    ["uint16", tensor({ dataType: UINT16, dims: [1], int32Data: [65535] }), [65535]],
    ["bool", tensor({ dataType: BOOL, dims: [2], int32Data: [0, 1] }), [0, 1]],
    ["float16, by its bits", tensor({ dataType: FLOAT16, dims: [1], int32Data: [0x3c00] }), [1]],
    ["bfloat16, by its bits", tensor({ dataType: BFLOAT16, dims: [1], int32Data: [0x3fc0] }), [1.5]],
    ["int4, two in each entry", tensor({ dataType: INT4, dims: [3], int32Data: [0xf1, 0x08] }), [1, -1, -8]],
    ["uint2, four in each entry", tensor({ dataType: UINT2, dims: [5], int32Data: [0b11_10_01_00, 0b10] }), [0, 1, 2, 3, 2]],
  ])("reads %s", (_, held, values) => {
    expect(tensorValues(held)).toEqual(values);
  });

  it("reads a tensor without elements", () => {
    expect(tensorValues(tensor({ dataType: INT64, dims: [0] }))).toEqual([]);
    expect(tensorValues(tensor({ dataType: INT64, dims: [0, 4], rawData: new Uint8Array() }))).toEqual([]);
  });
});

describe("tensorValues", () => {
  it.each([
    ["are in another file", tensor({ dataType: FLOAT, dims: [1], dataLocation: 1 })],
    ["were left in the file", tensor({ dataType: FLOAT, dims: [65536], skipped: [{ field: "rawData", offset: 9, length: 262144 }] })],
    ["were stripped", tensor({ dataType: FLOAT, dims: [3] })],
    ["were stripped to empty raw data", tensor({ dataType: FLOAT, dims: [2 ** 40, 2 ** 40], rawData: new Uint8Array() })],
    ["are complex", tensor({ dataType: COMPLEX64, dims: [1], floatData: [1, 0] })],
    ["are of no known type", raw(27, [4], 0, 0, 0)],
    ["are of no type", raw(0, [1], 0)],
  ])("has none where they %s", (_, held) => {
    expect(tensorValues(held)).toBeUndefined();
  });

  it.each([
    [raw(FLOAT, [2, 3], 0, 0, 0, 0), 'tensor "t" of float32 2×3: 4 bytes of raw data instead of 24'],
    [raw(INT4, [3], 0, 0, 0), 'tensor "t" of int4 3: 3 bytes of raw data instead of 2'],
    [tensor({ dataType: INT64, dims: [2], int64Data: [1, 2, 3] }), 'tensor "t" of int64 2: 3 listed values instead of 2'],
    [tensor({ dataType: INT4, dims: [4], int32Data: [1] }), 'tensor "t" of int4 4: 1 listed values instead of 2'],
    [tensor({ dataType: STRING, dims: [], stringData: ["a", "b"] }), 'tensor "t" of string scalar: 2 listed values instead of 1'],
    [raw(UINT8, [-1], 0), 'tensor "t" of uint8 -1: 1 bytes of raw data instead of -1'],
  ])("refuses as many elements as the shape does not say", (held, message) => {
    expect(() => tensorValues(held)).toThrow(expect.objectContaining({ code: "onnx-malformed", message }));
  });
});
