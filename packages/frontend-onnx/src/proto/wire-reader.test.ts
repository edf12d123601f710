import { describe, expect, it } from "vitest";
import { WireReader } from "./wire-reader.ts";

function reading(...bytes: number[]): WireReader {
  const reader = new WireReader();
  reader.load(Uint8Array.from(bytes), 1000);
  return reader;
}

const TEN_ONES = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];

describe("WireReader", () => {
  it("reads varints, seven bits a byte, the lowest first", () => {
    expect(reading(0x01).uint64()).toBe(1);
    expect(reading(0xac, 0x02).uint64()).toBe(300); // 0x2c + 2 · 128
    expect(reading(0xff, 0xff, 0xff, 0xff, 0x0f).uint64()).toBe(2 ** 32 - 1);
    expect(reading(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f).uint64()).toBe(2 ** 53 - 1); // 7 · 7 + 4 bits
  });

  it("reads integers beyond 2^53 as bigint", () => {
    expect(reading(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10).uint64()).toBe(2n ** 53n);
    expect(reading(...TEN_ONES).uint64()).toBe(2n ** 64n - 1n);
    expect(reading(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01).int64()).toBe(-(2n ** 63n));
  });

  it("reads negative integers in two's complement", () => {
    expect(reading(...TEN_ONES).int64()).toBe(-1);
    expect(reading(...TEN_ONES).int32()).toBe(-1);
    expect(reading(0xff, 0xff, 0xff, 0xff, 0x0f).int32()).toBe(-1); // 32 ones, as some writers shorten it
  });

  it("accepts more bytes than a number needs, up to ten", () => {
    expect(reading(0x85, 0x80, 0x80, 0x00).uint64()).toBe(5);
    expect(reading(0x85, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00).uint64()).toBe(5);
  });

  it("refuses a varint of eleven bytes, and one that is cut off", () => {
    const eleven = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01];
    expect(() => reading(...eleven).uint64()).toThrow(
      expect.objectContaining({ kind: "malformed", offset: 1000, message: "a number goes on for more than 10 bytes" }),
    );
    expect(() => reading(0x80, 0x80).uint64()).toThrow(
      expect.objectContaining({ kind: "cut-off", offset: 1000, message: "a number is cut off" }),
    );
  });

  it("reads little-endian floats", () => {
    const reader = reading(0x00, 0x00, 0xc0, 0x3f, 0, 0, 0, 0, 0, 0, 0x04, 0xc0);
    expect(reader.float()).toBe(1.5);
    expect(reader.double()).toBe(-2.5);
    expect(reader.position).toBe(1012);
  });

  it("reads text, keeping a byte-order mark, and replacing what is no UTF-8", () => {
    expect(reading(0x63, 0x6f, 0x6e, 0x76).string(4)).toBe("conv");
    expect(reading(0xc3, 0xa9, 0x31).string(3)).toBe("é1");
    expect(reading(0xef, 0xbb, 0xbf, 0x61).string(4)).toBe("\ufeffa");
    expect(reading(0x61, 0xff, 0x62).string(3)).toBe("a\ufffdb");
    expect(reading(...Array<number>(100).fill(0x61)).string(100)).toBe("a".repeat(100));
  });

  it("copies bytes, also out of a Node Buffer", () => {
    const buffer = Buffer.from([1, 2, 3, 4]);
    const reader = new WireReader();
    reader.load(buffer, 0);
    reader.skip(1);
    const bytes = reader.bytes(2);
    buffer.fill(0);
    expect(bytes).toEqual(Uint8Array.of(2, 3));
  });

  it("knows how much is in memory, also after a skip past it", () => {
    const reader = reading(1, 2, 3);
    expect([reader.position, reader.buffered]).toEqual([1000, 3]);
    reader.skip(10);
    expect([reader.position, reader.buffered]).toEqual([1010, 0]);
  });
});
