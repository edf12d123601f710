import type { HardwareProfile, MemoryLevel } from "@modelgauge/core";
import { nodeFor } from "./process-node.ts";

/** Energy of moving one bit, and where that is said. */
export interface TransferEnergy {
  readonly joules: number;
  /** Undefined where the device's own profile tells it. */
  readonly source: string | undefined;
}

/** Published picojoules per bit of memory technologies; where sources differ, the higher figure. */
const TECHNOLOGIES: readonly { readonly name: RegExp; readonly perBit: number; readonly source: string }[] = [
  { name: /^HBM2e/i, perBit: 6, source: "HBM2E 6 pJ per bit (Micron, average device power)" },
  { name: /^HBM3/i, perBit: 3.9, source: "HBM3 3.9 pJ per bit (recalled)" },
  { name: /^HBM/i, perBit: 3.9, source: "HBM2 3.9 pJ per bit (O'Connor et al., MICRO 2017, recalled)" },
  { name: /^GDDR6X/i, perBit: 7.25, source: "GDDR6X 7.25 pJ per bit (Micron)" },
  { name: /^GDDR/i, perBit: 7.5, source: "GDDR6 7.5 pJ per bit (Micron)" },
  { name: /^LPDDR5/i, perBit: 5, source: "LPDDR5 5 pJ per bit (recalled)" },
  { name: /^LPDDR/i, perBit: 7, source: "LPDDR4 7 pJ per bit (recalled)" },
];

/** What a DRAM access of 32 bits costs in the lecture's 45 nm table: 640 pJ. DDR4 is given the same 20 pJ per bit. */
const DRAM = { perBit: 640 / 32, source: "DRAM 640 pJ per 32 bits (Horowitz 2014)" };

/** Joules of moving one bit to or from a level of memory: as the profile says, else by the published figure for its technology. */
export function transferEnergy(profile: HardwareProfile, { level, onChip }: MemoryLevel): TransferEnergy {
  const own = profile.energy?.perBit[level];
  if (own !== undefined) return { joules: own, source: undefined };
  if (onChip === true) {
    const node = nodeFor(profile.processNode);
    return { joules: node.sramPerBit * 1e-12, source: `SRAM of 1 MB at ${node.nanometres} nm (${node.source})` };
  }
  const { perBit, source } = TECHNOLOGIES.find(({ name }) => name.test(level)) ?? DRAM;
  return { joules: perBit * 1e-12, source };
}
