import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ModelGaugeError } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../test/temporary-folder.ts";
import { readProfile } from "./read-profile.ts";

const npu = `\uFEFF{
  // what we were told
  "id": "npu",
  "name": "NPU",
  "category": "npu",
  "peak": { "int8": 1e12 },
  "memory": [{ "level": "DDR", "capacity": 1e9, "bandwidth": 1e10 }],
  "sources": [{ "figures": ["peak", "memory"], "document": "our datasheet", "evidence": "recalled" }],
}
`;

const folder = temporaryFolder({
  "npu.json": npu,
  "rate.json": npu.replace("1e12", "-1"),
  "dtype.json": npu.replace("int8", "int9"),
  "member.json": npu.replace('"name"', '"nmae"'),
  "source.json": npu.replace('"peak", ', ""),
  "word.json": npu.replace('"npu",', "npu,"),
  "comma.json": npu.replace('"NPU",', '"NPU"'),
  "cut.json": npu.slice(0, 60),
  "list.json": "[1, 2]",
  "empty.json": " \n",
  "deep.json": "[".repeat(100_000),
  "large.json": " ".repeat(2 ** 20 + 1),
});
mkdirSync(join(folder, "folder.json"));

/** The error of a file, without the folder. */
async function wrong(name: string): Promise<unknown> {
  const error = (await readProfile(join(folder, name)).catch((cause: unknown) => cause)) as ModelGaugeError;
  expect(error).toBeInstanceOf(ModelGaugeError);
  return [error.code, error.message.replace(`${folder}/`, "")];
}

describe("a profile in a file", () => {
  it("may have comments, trailing commas and a byte order mark", async () => {
    expect(await readProfile(join(folder, "npu.json"))).toMatchObject({ id: "npu", peak: { int8: 1e12 } });
  });

  it.each([
    ["rate.json", "6:21: `peak.int8` must be operations per second above 0"],
    ["dtype.json", "6:21: `peak.int9` names no dtype"],
    ["member.json", "1:1: `name` is missing"],
    ["source.json", "8:14: no source stands for `peak.int8`: a figure without a source may not ship"],
    ["word.json", "3:9: invalid symbol"],
    ["comma.json", "5:3: comma expected"],
    ["cut.json", "5:3: property name expected"],
    ["list.json", "1:1: is no object"],
    ["empty.json", "1:1: the file is empty"],
  ])("is wrong at a place: %s", async (name, message) => {
    expect(await wrong(name)).toEqual(["invalid-profile", `${name}:${message}`]);
  });

  it.each([
    ["deep.json", "nests too deep for a profile"],
    ["large.json", "1048577 bytes are too many for a profile"],
    ["folder.json", "is a folder"],
    ["gone.json", "no such file"],
  ])("may be none: %s", async (name, message) => {
    expect(await wrong(name)).toEqual(["unreadable-profile", `${name}: ${message}`]);
  });

  it("tells the dtypes that there are", async () => {
    await expect(readProfile(join(folder, "dtype.json"))).rejects.toMatchObject({
      hint: expect.stringMatching(/^the dtypes are float64, /),
    });
  });
});
