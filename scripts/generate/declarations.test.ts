import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { declarations, declarationsIn } from "./declarations.ts";

describe("declarationsIn", () => {
  it("finds a constant without a type, and one with a type of several lines", () => {
    const text = [
      "export const conv = defineLayerType({",
      "export const linear: LayerType<",
      "  { units: number; bias?: boolean },",
      "  Ports",
      "> = defineLayerType({",
    ].join("\n");
    expect(declarationsIn(text, ["defineLayerType"]).map(({ name }) => name)).toEqual(["conv", "linear"]);
  });

  it("passes over other exports, what is not exported, and calls inside expressions", () => {
    const text = [
      "export const limit: number = 3;",
      "const hidden = defineLayerType({",
      "export const other = wrap(defineLayerType({",
      "/** Such as `export const conv = defineLayerType(`. */",
    ].join("\n");
    expect(declarationsIn(text, ["defineLayerType"])).toEqual([]);
  });

  it("tells which function made each", () => {
    const text = "export const conv = defineOnnxOperator('Conv', translate);\nexport const unary = defineOnnxOperators([";
    expect(declarationsIn(text, ["defineOnnxOperator", "defineOnnxOperators"])).toEqual([
      { name: "conv", define: "defineOnnxOperator" },
      { name: "unary", define: "defineOnnxOperators" },
    ]);
  });
});

describe("declarations", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "declarations-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };

  it("goes by file, into subfolders, past tests and generated modules", () => {
    file("pool.ts", "export const pool = define(1);");
    file("attention/rope.ts", "export const rope = define(1);");
    file("conv.ts", "export const conv = define(1);");
    file("conv.test.ts", "export const fake = define(1);");
    file("generated/list.ts", "export const list = define(1);");
    expect(declarations(folder, ["define"])).toEqual([
      { name: "rope", define: "define", file: "attention/rope.ts" },
      { name: "conv", define: "define", file: "conv.ts" },
      { name: "pool", define: "define", file: "pool.ts" },
    ]);
  });

  it("refuses one name in two files", () => {
    file("a.ts", "export const conv = define(1);");
    file("b.ts", "export const conv = define(2);");
    expect(() => declarations(folder, ["define"])).toThrow("a.ts and b.ts both export conv");
  });
});
