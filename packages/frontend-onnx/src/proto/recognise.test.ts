import { describe, expect, it } from "vitest";
import { int, len } from "../../test/wire-bytes.ts";
import { foreignFormat, recognisesOnnx, textFormat } from "./recognise.ts";

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : [...part])));
}

const model = bytes(int(1, 8), len(2, "pytorch"), len(3, "2.5.1"), len(7, len(1, len(4, "Relu"))), len(8, int(2, 17)));

describe("foreignFormat", () => {
  it.each([
    ["nothing", bytes(), "it is empty"],
    ["a ZIP archive", bytes("PK\x03\x04", [20, 0]), "the first bytes are a ZIP archive's"],
    ["TensorFlow Lite", bytes([0x1c, 0, 0, 0], "TFL3"), "TensorFlow Lite"],
    ["ORT format", bytes([0x28, 0, 0, 0], "ORTM"), "ORT format"],
    ["HDF5", bytes([0x89], "HDF\r\n\x1a\n"), "HDF5"],
    ["GGUF", bytes("GGUF", [3, 0, 0, 0]), "GGUF"],
    ["safetensors", bytes([0x40, 1, 0, 0, 0, 0, 0, 0], '{"__metadata__":'), "safetensors"],
    ["a pickle", bytes([0x80, 2, 0x8a, 0x0a]), "pickle"],
    ["a NumPy array", bytes([0x93], "NUMPY"), "NumPy"],
    ["gzip", bytes([0x1f, 0x8b, 8, 0]), "compressed"],
    ["tar", bytes("model.onnx", Array<number>(247).fill(0), "ustar"), "archive"],
    ["a SavedModel", bytes(int(1, 1), len(2, len(1, len(4, "2.16.1")), len(2, "x".repeat(300)))), "SavedModel"],
    ["Core ML", bytes(int(1, 7), len(2, len(1, len(1, "image")))), "Core ML"],
  ])("knows %s", (_, head, words) => {
    expect(foreignFormat(head)).toContain(words);
  });

  it("takes no ONNX model for anything else", () => {
    expect(foreignFormat(model)).toBeUndefined();
    expect(textFormat(model)).toBeUndefined();
    expect(foreignFormat(bytes(int(1, 3), len(2, "x".repeat(200))))).toBeUndefined();
  });
});

describe("textFormat", () => {
  it.each([
    ["version https://git-lfs.github.com/spec/v1\noid sha256:4d7a", "Git LFS pointer"],
    ["<!DOCTYPE html><html>", "HTML"],
    ['<?xml version="1.0"?><net name="openvino">', "XML"],
    [' {"modelTopology": {}}', "JSON"],
    ["ir_version: 8\ngraph {", "text form"],
    ['<\n  ir_version: 10,\n  opset_import: ["" : 18]\n>', "text form"],
    ["7767517\n3 3\nInput data 0 1", "it is text"],
  ])("knows %j", (text, words) => {
    expect(textFormat(bytes(text))).toContain(words);
  });

  it("bears with a character that the head cuts in two", () => {
    expect(textFormat(bytes("# mod").subarray(0, 5))).toBe("it is text");
    expect(textFormat(bytes("# modèle").subarray(0, 6))).toBe("it is text");
  });

  it("takes no other bytes for text", () => {
    expect(textFormat(bytes([0xff, 0xfe, 0x41]))).toBeUndefined();
    expect(textFormat(bytes("text", [0]))).toBeUndefined();
  });
});

describe("recognisesOnnx", () => {
  it("goes by the beginning, whatever the name", () => {
    expect(recognisesOnnx(model, "model.bin")).toBe(true);
    expect(recognisesOnnx(model.subarray(0, 12), "model")).toBe(true);
    expect(recognisesOnnx(bytes(len(7, len(2, "g")), int(1, 8)), "model")).toBe(true);
  });

  it("claims what is named as ONNX, so that its error tells what it is", () => {
    expect(recognisesOnnx(bytes("PK\x03\x04"), "model.onnx")).toBe(true);
    expect(recognisesOnnx(bytes(), "MODEL.ONNX")).toBe(true);
    expect(recognisesOnnx(bytes([0x28, 0, 0, 0], "ORTM"), "model.ort")).toBe(true);
    expect(recognisesOnnx(bytes("ir_version: 8"), "model.onnxtxt")).toBe(true);
  });

  it("leaves the rest to others", () => {
    expect(recognisesOnnx(bytes('{"layers": []}'), "model.onnx")).toBe(false);
    expect(recognisesOnnx(bytes('{"layers": []}'), "model.json")).toBe(false);
    expect(recognisesOnnx(bytes(":root { color: red }"), "style.css")).toBe(false);
    expect(recognisesOnnx(bytes(int(1, 1), len(2, len(1, len(4, "2.16.1")))), "saved_model.pb")).toBe(false);
    expect(recognisesOnnx(bytes(int(1, 3), int(2, 1), len(9, "raw")), "input_0.pb")).toBe(false); // a TensorProto
    expect(recognisesOnnx(bytes(len(1, len(1, "conv"), len(2, "Conv2D"))), "frozen.pb")).toBe(false); // a GraphDef
    expect(recognisesOnnx(bytes(int(1, 8)), "eight")).toBe(false);
    expect(recognisesOnnx(bytes(), "empty")).toBe(false);
  });
});
