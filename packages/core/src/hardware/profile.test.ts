import { expect, it } from "vitest";
import { defineHardwareProfile } from "./define-profile.ts";
import { profileFigures, sourceOf } from "./profile.ts";

const profile = defineHardwareProfile({
  id: "acme-npu",
  name: "Acme NPU",
  vendor: "Acme",
  category: "npu",
  peak: { float32: 1e12, int8: 4e12 },
  memory: [{ level: "SRAM", capacity: 1e6, bandwidth: 1e9, onChip: true }],
  power: { tdp: 5 },
  sources: [
    { figures: ["peak", "memory", "power"], document: "data sheet", evidence: "recalled" },
    { figures: ["peak.int8"], document: "4 × float32", evidence: "derived" },
  ],
});

it("lists the figures of a profile by their paths", () => {
  expect(Object.fromEntries(profileFigures(profile))).toEqual({
    "peak.float32": 1e12,
    "peak.int8": 4e12,
    "memory.SRAM.capacity": 1e6,
    "memory.SRAM.bandwidth": 1e9,
    "power.tdp": 5,
  });
});

it("finds the source that stands for a figure: the nearest one", () => {
  expect(sourceOf(profile, "peak.float32")?.document).toBe("data sheet");
  expect(sourceOf(profile, "peak.int8")?.document).toBe("4 × float32");
  expect(sourceOf(profile, "memory.SRAM.capacity")?.document).toBe("data sheet");
  expect(sourceOf(profile, "clock")).toBeUndefined();
  expect(sourceOf(profile, "peaks")).toBeUndefined(); // a path, not the beginning of a word
});
