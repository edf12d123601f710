import { describe, expect, it } from "vitest";
import { recognisesTfjs } from "./recognise.ts";

const recognises = (text: string, name = "file.bin"): boolean => recognisesTfjs(new TextEncoder().encode(text), name);

describe("recognising TensorFlow.js", () => {
  it("goes by the keys of a model.json, whatever its name", () => {
    expect(recognises('{"format":"graph-model","generatedBy":"2.4"}')).toBe(true);
    expect(recognises('\uFEFF {"modelTopology":{')).toBe(true);
    expect(recognises('[{"weights":[{"name":"conv"')).toBe(true);
    expect(recognises('{"class_name":"Sequential","config":{')).toBe(true);
    expect(recognises('{"modelgauge":1,"layers":[]}')).toBe(false);
    expect(recognises("weightsManifest, in prose")).toBe(false);
  });

  it("takes what bears the name, to say what is wrong with it", () => {
    expect(recognises("", "model.json")).toBe(true);
    expect(recognises("null", "face-model-weights_manifest.json")).toBe(true);
    expect(recognises("{}", "package.json")).toBe(false);
  });
});
