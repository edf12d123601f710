import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { DTYPES } from "../ir/dtype.ts";
import { OPERATION_KINDS } from "../ir/work.ts";
import { ModelGaugeError } from "../error/model-gauge-error.ts";
import { defineHardwareProfile } from "./define-profile.ts";
import { profileFigures, sourceOf } from "./profile.ts";

const folder = join(import.meta.dirname, "../../../../hardware-profiles");
const schema = JSON.parse(readFileSync(join(folder, "schema.json"), "utf8"));
const matchesSchema = new Ajv2020().compile(schema);

const valid = {
  id: "acme-npu",
  name: "Acme NPU",
  category: "npu",
  peak: { int8: 4e12 },
  memory: [
    { level: "LPDDR4", capacity: 1e9, bandwidth: 1e10 },
    { level: "SRAM", capacity: 1e6, count: 2, onChip: true },
  ],
  energy: { operations: { mac: { int8: 1e-12 } }, perBit: { LPDDR4: 4e-12 } },
  sources: [
    { figures: ["peak", "memory"], document: "Acme NPU datasheet", url: "https://acme.example/npu.pdf", evidence: "found" },
    { figures: ["memory.SRAM", "energy"], document: "Acme NPU at a fair", evidence: "recalled" },
  ],
};

function problemOf(data: unknown): string | undefined {
  try {
    defineHardwareProfile(data);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(ModelGaugeError);
    expect((error as ModelGaugeError).code).toBe("invalid-profile");
    return (error as ModelGaugeError).message.replace('hardware profile "acme-npu": ', "");
  }
}

describe("defineHardwareProfile", () => {
  it("takes a profile of which each figure has a source", () => {
    expect(defineHardwareProfile(valid)).toBe(valid);
    expect(matchesSchema(valid)).toBe(true);
  });

  it.each([
    [{ id: "Acme NPU" }, 'hardware profile "Acme NPU": `id` must be kebab-case'],
    [{ name: undefined }, "`name` must be a text"],
    [{ peak: {} }, "`peak` names no dtype"],
    [{ peak: { fp16: 1e12 } }, "`peak.fp16` names no dtype"],
    [{ peak: { int8: "4 TOPS" } }, "`peak.int8` must be operations per second above 0"],
    [{ peak: { int8: 0 } }, "`peak.int8` must be operations per second above 0"],
    [{ memory: [] }, "`memory` must list the levels of memory"],
    [{ memory: [{ level: "L1.5" }] }, "`memory[0].level` must be a name without dots"],
    [{ memory: [{ level: "DDR", bandwith: 1e9 }] }, "`memory[0].bandwith` is no member of a profile"],
    [{ memory: [{ level: "DDR", holds: "code" }] }, "`memory[0].holds` must be weights or activations"],
    [{ energy: { operations: { mac: { int8: 1 } } } }, "`energy.perBit` is missing"],
    [{ energy: { operations: { fma: { int8: 1 } }, perBit: {} } }, "`energy.operations.fma` names no kind of operation"],
    [
      { sources: [{ figures: ["peak"], document: "a datasheet", evidence: "guessed" }] },
      "`sources[0].evidence` must be found, recalled or derived",
    ],
    [
      { sources: [{ figures: ["peak"], document: "a page", evidence: "found" }] },
      "`sources[0].url` is missing: what was found was found somewhere",
    ],
    [{ sources: [{ figures: ["peak"], document: "a page", url: "page 3", evidence: "found" }] }, "`sources[0].url` must be a URL"],
  ])("refuses %j, as the schema does", (change, problem) => {
    const data = JSON.parse(JSON.stringify({ ...valid, ...change, name: "name" in change ? 7 : "Acme NPU" }));
    expect(problemOf(data)).toBe(problem);
    expect(matchesSchema(data)).toBe(false);
  });

  it.each([
    [{ memory: [valid.memory[0], valid.memory[0]] }, 'two levels of memory are called "LPDDR4"'],
    [{ energy: { ...valid.energy, perBit: { HBM: 1e-12 } } }, "`energy.perBit.HBM` names no level of `memory`"],
    [{ clock: 1e9 }, "no source stands for `clock`: a figure without a source may not ship"],
    [
      { sources: [...valid.sources, { figures: ["power.tdp"], document: "a datasheet", evidence: "recalled" }] },
      "`sources[2]` stands for `power.tdp`, which is no figure of the profile",
    ],
    [
      { sources: [...valid.sources, { figures: ["peak"], document: "another page", evidence: "recalled" }] },
      "two sources stand for `peak`",
    ],
  ])("refuses what the schema cannot see: %j", (change, problem) => {
    const data = { ...valid, ...change };
    expect(problemOf(data)).toBe(problem);
    expect(matchesSchema(data)).toBe(true);
  });

  it("says what is no object", () => {
    expect(problemOf("acme")).toBe('hardware profile "(no id)": is no object');
  });
});

describe("profile figures", () => {
  const profile = defineHardwareProfile(valid);

  it("go by dotted path", () => {
    expect([...profileFigures(profile)]).toEqual([
      ["peak.int8", 4e12],
      ["memory.LPDDR4.capacity", 1e9],
      ["memory.LPDDR4.bandwidth", 1e10],
      ["memory.SRAM.capacity", 1e6],
      ["energy.operations.mac.int8", 1e-12],
      ["energy.perBit.LPDDR4", 4e-12],
    ]);
  });

  it("have the source with the longest path", () => {
    expect(sourceOf(profile, "memory.LPDDR4.capacity")?.evidence).toBe("found");
    expect(sourceOf(profile, "memory.SRAM.capacity")?.evidence).toBe("recalled");
    expect(sourceOf(profile, "clock")).toBeUndefined();
  });
});

describe("the schema", () => {
  it("knows every dtype and kind of operation", () => {
    expect(schema.$defs.dtype.enum).toEqual(DTYPES);
    expect(schema.properties.energy.properties.operations.propertyNames.enum).toEqual(OPERATION_KINDS);
  });
});

describe("the shipped profiles", () => {
  const files = globSync("*/profiles/*.json", { cwd: folder }).toSorted();

  it.each(files)("%s is valid by schema and by code, and is called as its file", (file) => {
    const data = JSON.parse(readFileSync(join(folder, file), "utf8"));
    expect(problemOf(data)).toBeUndefined();
    expect(matchesSchema(data) ? [] : matchesSchema.errors).toEqual([]);
    expect(data.id).toBe(basename(file, ".json"));
  });

  it("have ids of their own", () => {
    const ids = files.map((file) => basename(file));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
