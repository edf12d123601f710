import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { bytesSource } from "@modelgauge/core";
import onnxProto from "onnx-proto";
import { describe, expect, it } from "vitest";
import { fromModelProto } from "./from-model-proto.ts";
import { readModelProto } from "./read-model-proto.ts";

const corpus = join(resolve(import.meta.dirname, "../../../..", process.env["MODELGAUGE_CORPORA"] ?? "../shared/corpora"), "onnx");
const present = existsSync(corpus);
const files = present ? readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".onnx")) : [];

/** Hostile files that are no protobuf, nested too deep, or no model. The others are wrong in what they say, which is for others to find. */
const UNREADABLE: Readonly<Record<string, string>> = {
  "one_byte.onnx": "onnx-truncated",
  "random.onnx": "onnx-not-onnx",
  "truncated_minus1.onnx": "onnx-truncated",
  "truncated_minus3.onnx": "onnx-truncated",
  "truncated_minus7.onnx": "onnx-truncated",
  "length_overflow.onnx": "onnx-malformed",
  "length_4gib.onnx": "onnx-truncated",
  "field_zero.onnx": "onnx-not-onnx",
  "no_graph.onnx": "onnx-malformed",
  "if_nested_200.onnx": "onnx-limit",
  "if_nested_5000.onnx": "onnx-limit",
};

const NEWER = ["overload", "deviceConfigurations", "configuration", "attributeProto", "valueInfo", "metadataProps"];
const PAYLOADS = ["skipped", "rawData", "floatData", "int32Data", "stringData", "int64Data", "doubleData", "uint64Data"];
const IGNORED: ReadonlySet<string> = new Set([...NEWER, ...PAYLOADS]);

describe.skipIf(!present)("the corpus of ONNX files", () => {
  it("is read, but for what is no model", async () => {
    const failures: Record<string, string> = {};
    for (const path of files) {
      try {
        await readModelProto(bytesSource(readFileSync(join(corpus, path)), basename(path)));
      } catch (error) {
        failures[basename(path)] = (error as { code: string }).code;
      }
    }
    expect(failures).toEqual(UNREADABLE);
  });

  it("holds what onnx-proto reads, as far as that knows the fields", async () => {
    for (const path of files) {
      if (Object.hasOwn(UNREADABLE, basename(path))) continue;
      const bytes = readFileSync(join(corpus, path));
      const read = await readModelProto(bytesSource(bytes, basename(path)));
      expect(comparable(read), path).toEqual(comparable(fromModelProto(onnxProto.onnx.ModelProto.decode(bytes))));
    }
  });
});

/** A copy without the fields that came after IR version 8, and without payloads, of which large ones stay in the file. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !IGNORED.has(key))
      .map(([key, held]) => [key, comparable(held)]),
  );
}
