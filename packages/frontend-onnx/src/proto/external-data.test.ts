import { describe, expect, it } from "vitest";
import { externalDataOf } from "./external-data.ts";
import { fromModelProto } from "./from-model-proto.ts";
import type { TensorProto } from "./model-proto.ts";

function external(entries: Record<string, string>, dataLocation: number = 1): TensorProto {
  const externalData = Object.entries(entries).map(([key, value]) => ({ key, value }));
  return fromModelProto({ graph: { initializer: [{ name: "w", dataLocation, externalData }] } }).graph.initializer[0]!;
}

describe("externalDataOf", () => {
  it("reads location, offset and length", () => {
    expect(externalDataOf(external({ location: "w.bin", offset: "4096", length: "16", checksum: "ab" }))).toEqual({
      location: "w.bin",
      offset: 4096,
      length: 16,
    });
    expect(externalDataOf(external({ location: "w.bin" }))).toEqual({ location: "w.bin" });
  });

  it("is undefined for a tensor in the model file, whatever entries it has", () => {
    expect(externalDataOf(external({ location: "w.bin" }, 0))).toBeUndefined();
  });

  it.each(["-1", "0x10", "", "1e3", "9007199254740993"])("refuses the offset %j", (offset) => {
    expect(() => externalDataOf(external({ location: "w.bin", offset }))).toThrow(
      expect.objectContaining({
        code: "onnx-malformed",
        message: `tensor "w": offset "${offset}" of its external data is no number of bytes`,
      }),
    );
  });
});
