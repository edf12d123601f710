import { describe, expect, it } from "vitest";
import { collectDim } from "./dims.ts";
import { parseDType } from "./dtype.ts";
import { collectInput } from "./inputs.ts";
import { parsePrecision } from "./precision.ts";

describe("--dim", () => {
  it("adds to those before it; the last of a name counts", () => {
    expect(collectDim("seq=128", collectDim("batch=8", { seq: 1 }))).toEqual({ batch: 8, seq: 128 });
  });

  it("takes names that hold =, and sizes of 0", () => {
    expect(collectDim("a=b=0")).toEqual({ "a=b": 0 });
  });

  it.each(["batch", "batch=", "=8", "batch=-1", "batch=1.5", "batch=8x", "batch=99999999999999999"])("refuses %s", (text) => {
    expect(() => collectDim(text)).toThrow(`--dim takes a name and a whole number, as in batch=8, not "${text}"`);
  });
});

describe("--input", () => {
  it.each([
    ["x=1x3x224x224", { x: { shape: [1, 3, 224, 224] } }],
    ["ids=int64:1x128", { ids: { dtype: "int64", shape: [1, 128] } }],
    ["ids=int64", { ids: { dtype: "int64" } }],
    ["step=int64:scalar", { step: { dtype: "int64", shape: [] } }],
    ["n=5", { n: { shape: [5] } }],
    ["n=0×2", { n: { shape: [0, 2] } }],
    ["input:0=1x3", { "input:0": { shape: [1, 3] } }],
    ["a=b=1x3", { "a=b": { shape: [1, 3] } }],
    ["x=batchx3xsize_1xsize_1", { x: { shape: ["batch", 3, "size_1", "size_1"] } }],
    ["x=max_length×3", { x: { shape: ["max_length", 3] } }],
  ])("reads %s", (text, inputs) => {
    expect(collectInput(text)).toEqual(inputs);
  });

  it("adds to those before it", () => {
    expect(collectInput("b=2", collectInput("a=1"))).toEqual({ a: { shape: [1] }, b: { shape: [2] } });
  });

  it.each([
    "x",
    "x=",
    "=1x3",
    "x=1x",
    "x=x3",
    "x=1,3",
    "x=-1x3",
    "x=int64:",
    "x=max_lengthx3",
    "x=1xbatch-sizex3",
    "x=1×2x3",
    "x=99999999999999999",
  ])("refuses %s", (text) => {
    expect(() => collectInput(text)).toThrow(
      `--input takes a name and a type, as in image=1x3x224x224, image=batchx3x224x224 or ids=int64:1x128, not "${text}"`,
    );
  });

  it("refuses an unknown dtype", () => {
    expect(() => collectInput("x=int65:1x3")).toThrow('there is no dtype "int65"');
  });
});

describe("--precision", () => {
  it("reads one type or both", () => {
    expect(parsePrecision("weights=int8")).toEqual({ weights: "int8" });
    expect(parsePrecision("weights=int4,activations=float16")).toEqual({ weights: "int4", activations: "float16" });
  });

  it("reads one type for both", () => {
    expect(parsePrecision("float16")).toEqual({ weights: "float16", activations: "float16" });
  });

  it("reads those of some layers, in their order", () => {
    expect(parsePrecision("weights=int8,encoder.*=float16,a:b=c:weights=int4,head:activations=float32")).toEqual({
      weights: "int8",
      layers: [
        { pattern: "encoder.*", weights: "float16", activations: "float16" },
        { pattern: "a:b=c", weights: "int4" },
        { pattern: "head", activations: "float32" },
      ],
    });
  });

  it.each(["int", "weights", "weights=", "=int8", ":weights=int8", "weights=int8,", ""])("refuses %j", (text) => {
    expect(() => parsePrecision(text)).toThrow(
      `--precision takes weights=… and activations=…, for some layers with a pattern, as in weights=int8,encoder.*:activations=float16, not "${text}"`,
    );
  });
});

describe("a dtype", () => {
  it("is known, or one like it is suggested, or all are listed", () => {
    expect(parseDType("bfloat16")).toBe("bfloat16");
    expect(() => parseDType("flaot32")).toThrow(
      expect.objectContaining({ message: 'there is no dtype "flaot32"', hint: 'did you mean "float32"?' }),
    );
    expect(() => parseDType("quaternion")).toThrow(expect.objectContaining({ hint: expect.stringMatching(/^there are float64, /) }));
  });
});
