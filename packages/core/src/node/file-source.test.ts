import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readAll } from "../source/source.ts";
import { fileSource } from "./file-source.ts";

const folder = mkdtempSync(join(tmpdir(), "modelgauge-test-"));
const model = join(folder, "model");
mkdirSync(join(model, "inner"), { recursive: true });
writeFileSync(join(folder, "secret.txt"), "secret");
writeFileSync(join(model, "model.json"), "0123456789");
writeFileSync(join(model, "inner", "weights.bin"), "abc");
writeFileSync(join(model, "..odd"), "odd");
symlinkSync(join(folder, "secret.txt"), join(model, "link.bin"));
symlinkSync(join(model, "inner", "weights.bin"), join(model, "inside.bin"));
afterAll(() => rmSync(folder, { recursive: true }));

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("fileSource", () => {
  it("reads at random, fewer bytes at the end", async () => {
    await using source = await fileSource(join(model, "model.json"));
    expect({ name: source.name, size: source.size }).toEqual({ name: "model.json", size: 10 });
    expect(text(await source.read(2, 3))).toBe("234");
    expect(text(await source.read(8, 1e12))).toBe("89"); // no memory for what is not there
    expect(text(await source.read(99, 3))).toBe("");
  });

  it("opens other files of the same folder, called by their path", async () => {
    await using source = await fileSource(join(model, "model.json"));
    const weights = (await source.sibling!("inner/weights.bin"))!;
    expect([weights.name, text(await readAll(weights))]).toEqual(["inner/weights.bin", "abc"]);
    expect(text(await readAll((await source.sibling!("inner\\weights.bin"))!))).toBe("abc");
    expect(text(await readAll((await source.sibling!("inside.bin"))!))).toBe("abc");
    expect(text(await readAll((await source.sibling!("..odd"))!))).toBe("odd");
    expect(text(await readAll((await weights.sibling!("../model.json"))!))).toBe("0123456789"); // still in the model's folder
    expect(await source.sibling!("missing.bin")).toBeUndefined();
  });

  it.each([
    "../secret.txt",
    "inner/../../secret.txt",
    join(folder, "secret.txt"),
    "file:///etc/passwd",
    "c:\\secret",
    "link.bin",
    "a\0b",
    "",
  ])("does not open %j, which leads out of the folder", async (path) => {
    await using source = await fileSource(join(model, "model.json"));
    await expect(source.sibling!(path)).rejects.toMatchObject({
      code: "outside-folder",
      message: `"${path}" leads out of the model's folder`,
    });
  });

  it("closes what it opened", async () => {
    const source = await fileSource(join(model, "model.json"));
    const sibling = (await source.sibling!("inner/weights.bin"))!;
    await source.close();
    await expect(source.read(0, 1)).rejects.toThrow();
    await expect(sibling.read(0, 1)).rejects.toThrow();
  });

  it.each([
    [join(folder, "none.onnx"), "file-not-found", "no such file"],
    [join(model, "model.json", "inner"), "file-not-found", "no such file"],
    ["a\0b", "file-not-found", "no such file"],
    [folder, "not-a-file", "is a folder"],
    ["/dev/null", "not-a-file", "is no regular file"],
  ])("says what is wrong with %j", async (path, code, message) => {
    await expect(fileSource(path)).rejects.toMatchObject({ code, message: `${path}: ${message}` });
  });
});
