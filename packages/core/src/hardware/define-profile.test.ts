import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { DTYPES } from "../ir/dtype.ts";
import { OPERATION_KINDS } from "../ir/work.ts";
import { ModelGaugeError } from "../error/model-gauge-error.ts";
import { defineHardwareProfile, profileProblem } from "./define-profile.ts";
import { profileFigures, sourceOf } from "./profile.ts";
import { WORK_CLASSES } from "./work-class.ts";

const folder = join(import.meta.dirname, "../../../../hardware-profiles");
const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../hardware-profile.schema.json"), "utf8"));
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
  efficiencies: [
    {
      name: "acme-rt",
      runtime: "Acme runtime 1",
      dtype: "int8",
      batch: 1,
      compute: { matmul: 0.5 },
      memory: 0.75,
      launch: 1e-6,
      error: 0.1,
    },
  ],
  sources: [
    { figures: ["peak", "memory"], document: "Acme NPU datasheet", url: "https://acme.example/npu.pdf", evidence: "found" },
    { figures: ["memory.SRAM", "energy", "efficiencies"], document: "Acme NPU at a fair", evidence: "recalled" },
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
    [{ efficiencies: [] }, "`efficiencies` must list the efficiencies that were measured"],
    [{ efficiencies: [{ ...valid.efficiencies[0], memory: 1.5 }] }, "`efficiencies[0].memory` must be above 0 and at most 1"],
    [{ efficiencies: [{ ...valid.efficiencies[0], compute: { gemm: 0.5 } }] }, "`efficiencies[0].compute.gemm` names no class of work"],
    [{ efficiencies: [{ ...valid.efficiencies[0], error: undefined }] }, "`efficiencies[0].error` is missing"],
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
    [{ efficiencies: [valid.efficiencies[0], valid.efficiencies[0]] }, 'two efficiencies are called "acme-rt"'],
    [
      { efficiencies: [{ ...valid.efficiencies[0], dtype: "float32" }] },
      "`efficiencies[0].dtype` names a dtype that `peak` has no rate for",
    ],
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

  it("tells tools where the problem stands", () => {
    expect(profileProblem(valid)).toBeUndefined();
    const path = (change: object) => profileProblem({ ...valid, ...change })?.path;
    expect(path({ memory: [{ level: "DDR", bandwith: 1e9 }] })).toEqual(["memory", 0, "bandwith"]);
    expect(path({ peak: { fp16: 1 } })).toEqual(["peak", "fp16"]);
    expect(path({ energy: { perBit: {} } })).toEqual(["energy"]); // what lacks the member
    expect(path({ sources: [...valid.sources, { figures: ["clock"], document: "a", evidence: "recalled" }] })).toEqual([
      "sources",
      2,
      "figures",
      0,
    ]);
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
      ["efficiencies.acme-rt.compute.matmul", 0.5],
      ["efficiencies.acme-rt.memory", 0.75],
      ["efficiencies.acme-rt.launch", 1e-6],
      ["efficiencies.acme-rt.error", 0.1],
    ]);
  });

  it("have the source with the longest path", () => {
    expect(sourceOf(profile, "memory.LPDDR4.capacity")?.evidence).toBe("found");
    expect(sourceOf(profile, "memory.SRAM.capacity")?.evidence).toBe("recalled");
    expect(sourceOf(profile, "clock")).toBeUndefined();
  });
});

describe("the schema", () => {
  it("knows every dtype, kind of operation and class of work", () => {
    expect(schema.properties.efficiencies.items.properties.compute.propertyNames.enum).toEqual(WORK_CLASSES);
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
