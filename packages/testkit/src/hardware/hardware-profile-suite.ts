import { type DType, defineHardwareProfile, type HardwareProfile, profileFigures, sourceOf } from "@modelgauge/core";
import { describe, expect, it } from "vitest";

/** What a figure of a device can be, from the smallest microcontroller to the largest accelerator; beyond it, the unit is another. */
const PLAUSIBLE: readonly (readonly [figures: RegExp, least: number, most: number, unit: string])[] = [
  [/^(peak|sparsePeak|otherPeaks)\./, 1e6, 1e19, "operations per second"],
  [/^memory\..*\.bandwidth$/, 1e6, 1e16, "bytes per second"],
  [/^memory\..*\.capacity$/, 256, 1e15, "bytes"],
  [/^clock$/, 1e6, 1e11, "hertz"],
  [/^power\.tdp$/, 1e-3, 1e5, "watts"],
  [/^processNode$/, 1, 1000, "nanometres"],
  [/^energy\./, 1e-17, 1e-6, "joules"],
];

/**
 * The tests that every hardware profile passes: valid as JSON; a source for every figure; each figure of a size that its unit allows; a
 * memory for weights and one for activations; no dense peak above the sparse one.
 *
 * Call it in a Vitest test file.
 *
 * @param data what the profile's JSON file holds
 */
export function hardwareProfileSuite(data: unknown): void {
  const { id, name } = data as HardwareProfile;

  describe(`hardware profile "${id}" (${name})`, () => {
    const profile = defineHardwareProfile(JSON.parse(JSON.stringify(data)));

    it("has a source for every figure", () => {
      const bare = [...profileFigures(profile).keys()].filter((figure) => sourceOf(profile, figure) === undefined);
      expect(bare).toEqual([]);
    });

    it("has figures in the units of the contract", () => {
      const strange = [...profileFigures(profile)].flatMap(([figure, value]) => {
        const [, least, most, unit] = PLAUSIBLE.find(([figures]) => figures.test(figure)) ?? [/./, -Infinity, Infinity, ""];
        // Energy that is counted elsewhere is 0.
        return (value >= least && value <= most) || (value === 0 && unit === "joules") ? [] : [`${figure}: ${value} ${unit}`];
      });
      expect(strange).toEqual([]);
    });

    it("keeps weights somewhere, and activations", () => {
      const held = profile.memory.map(({ holds }) => holds);
      expect(held.some((what) => what !== "activations")).toBe(true);
      expect(held.some((what) => what !== "weights")).toBe(true);
    });

    it("is no slower at sparse work than at dense", () => {
      const slower = Object.entries(profile.sparsePeak ?? {}).filter(([dtype, rate]) => rate < (profile.peak[dtype as DType] ?? 0));
      expect(slower).toEqual([]);
    });
  });
}
