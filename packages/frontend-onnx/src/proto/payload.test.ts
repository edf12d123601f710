import { describe, expect, it } from "vitest";
import { fromModelProto } from "./from-model-proto.ts";
import type { TensorProto } from "./model-proto.ts";
import { checkPayload } from "./payload.ts";

const FLOAT = 1;
const INT64 = 7;
const STRING = 8;
const DOUBLE = 11;
const COMPLEX64 = 14;
const INT4 = 22;

function tensor(dataType: number, dims: readonly number[], fields: Partial<TensorProto>): TensorProto {
  return { ...fromModelProto({ graph: { initializer: [{ name: "t" }] } }).graph.initializer[0]!, dataType, dims, ...fields };
}

/** A payload that was left in the file. */
const left = (field: string, ...lengths: readonly number[]): Partial<TensorProto> => ({
  skipped: lengths.map((length) => ({ field, offset: 100, length })),
});

describe("a payload", () => {
  it.each([
    ["nothing", tensor(FLOAT, [2 ** 40, 2 ** 40], {})],
    ["raw data in the file", tensor(FLOAT, [256, 256], left("rawData", 262_144))], // 256 · 256 · 4
    ["raw data twice, of which the last counts", tensor(FLOAT, [256, 256], left("rawData", 7, 262_144))],
    ["sub-byte elements, the last byte filled up", tensor(INT4, [300_001], left("rawData", 150_001))],
    ["floats in two parts", tensor(FLOAT, [100_000], left("floatData", 150_000, 250_000))],
    ["integers of one to ten bytes", tensor(INT64, [100_000], left("int64Data", 190_000))],
    ["complex numbers", tensor(COMPLEX64, [2], { floatData: [1, 2, 3, 4] })],
    ["texts, a large one in the file", tensor(STRING, [2], { stringData: ["a"], ...left("stringData", 500_000) })],
  ])("may be %s", (_, held) => {
    expect(() => checkPayload(held)).not.toThrow();
  });

  it.each([
    [tensor(FLOAT, [256, 256], left("rawData", 262_140)), "float32 256×256: 262140 bytes of raw data instead of 262144"],
    [tensor(DOUBLE, [100_000], left("doubleData", 799_992)), "float64 100000: 99999 listed values instead of 100000"],
    [tensor(INT64, [100_000], left("int64Data", 99_999)), "int64 100000: 99999 listed values instead of 100000"],
    [tensor(INT64, [100_000], left("int64Data", 1_000_001)), "int64 100000: 100001 listed values instead of 100000"],
    [tensor(COMPLEX64, [2], { floatData: [1, 2] }), "complex64 2: 2 listed values instead of 4"],
    [tensor(STRING, [3], { rawData: new Uint8Array(3) }), "string 3: strings cannot stand in raw data"],
  ])("is refused where it is more or less than the shape says", (held, message) => {
    expect(() => checkPayload(held)).toThrow(expect.objectContaining({ code: "onnx-malformed", message: `tensor "t" of ${message}` }));
  });
});
