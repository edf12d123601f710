import { bytesSource, type Source } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { JsonValue } from "../json/json-value.ts";
import { bufferBytes, ShardFiles } from "./shard-files.ts";
import { parseManifest } from "./weight-manifest.ts";
import { readValues } from "./weight-values.ts";

const manifestOf = (...weights: readonly object[]) => parseManifest(new JsonValue([{ paths: ["a", "b"], weights }], "weightsManifest"));
const joined = (...parts: readonly ArrayBufferView[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => [...new Uint8Array(part.buffer, part.byteOffset, part.byteLength)]));

describe("values of weights", () => {
  it("are read by their dtype, quantised ones scaled back", async () => {
    const manifest = manifestOf(
      { name: "ints", shape: [2], dtype: "int32" },
      { name: "flags", shape: [3], dtype: "bool" },
      { name: "bytes", shape: [2], dtype: "float32", quantization: { dtype: "uint8", scale: 0.5, min: -1 } },
      { name: "words", shape: [1], dtype: "int32", quantization: { dtype: "uint16", scale: 2, min: 1 } },
      { name: "halves", shape: [3], dtype: "float32", quantization: { dtype: "float16" } },
      { name: "floats", shape: [1], dtype: "float32" },
    );
    const bytes = joined(
      Int32Array.of(-7, 2 ** 30),
      Uint8Array.of(0, 1, 2),
      Uint8Array.of(0, 10),
      Uint16Array.of(300),
      Uint16Array.of(0x3c00, 0xc000, 0x0001), // 1, −2, 2^−24
      Float32Array.of(1.5),
    );
    const values = await readValues(manifest, bufferBytes([bytes]), () => true);
    expect(Object.fromEntries(values)).toEqual({
      ints: [-7, 2 ** 30],
      flags: [0, 1, 1],
      bytes: [-1, 4], // 10 · 0.5 − 1
      words: [601], // 300 · 2 + 1
      halves: [1, -2, 2 ** -24],
      floats: [1.5],
    });
  });

  it("are found behind strings, whose lengths stand before them", async () => {
    const manifest = manifestOf({ name: "names", shape: [2], dtype: "string" }, { name: "size", shape: [1], dtype: "int32" });
    const text = new TextEncoder().encode("grüße");
    const bytes = joined(Uint32Array.of(text.length), text, Uint32Array.of(0), Int32Array.of(9));
    const values = await readValues(manifest, bufferBytes([bytes.subarray(0, 5), bytes.subarray(5)]), () => true);
    expect(Object.fromEntries(values)).toEqual({ names: ["grüße", ""], size: [9] });
  });

  it("are left out where they are large, not wanted, or cut off", async () => {
    const manifest = manifestOf({ name: "large", shape: [20_000], dtype: "bool" }, { name: "cut", shape: [4], dtype: "int32" });
    const values = await readValues(manifest, bufferBytes([new Uint8Array(20_003)]), ({ name }) => name !== "other");
    expect([...values.keys()]).toEqual([]);
  });

  it("take one range for neighbours, and no file that is not wanted", async () => {
    const ranges: string[] = [];
    const file = (name: string, size: number): Source => ({
      ...bytesSource(new Uint8Array(size), name),
      read: (offset, length) => {
        ranges.push(`${name} ${offset}+${length}`);
        return Promise.resolve(new Uint8Array(length));
      },
    });
    const source: Source = { ...bytesSource(new Uint8Array(), "model.json"), sibling: (path) => Promise.resolve(file(path, 10_000)) };
    const shards = new ShardFiles(source, [["a", "b"], ["c"]]);
    const manifest = manifestOf(
      { name: "w", shape: [2490], dtype: "float32" },
      { name: "i", shape: [5], dtype: "int32" },
      { name: "v", shape: [4], dtype: "float32" },
      { name: "j", shape: [15], dtype: "int32" },
    );
    const values = await readValues(manifest, shards, ({ dtype }) => dtype === "int32");
    expect([...values.keys()]).toEqual(["i", "j"]);
    expect(ranges).toEqual(["a 9960+40", "b 0+56"]); // 4 · 2490; 4 · (5 + 4 + 15) in all
    expect(shards.missing).toEqual([]);
  });
});
