// Written by `pnpm generate`; edit what it is made from instead.
import { defineHardwareProfile, type HardwareProfile } from "@modelgauge/core";
/** Every profile of this package. */
export const profiles: readonly HardwareProfile[] = [
  defineHardwareProfile({
    id: "qualcomm-x-elite",
    name: "Qualcomm Snapdragon X Elite (Hexagon)",
    vendor: "Qualcomm",
    category: "laptop-soc",
    year: 2024,
    peak: { float32: 4600000000000, int8: 45000000000000 },
    memory: [
      { level: "LPDDR5X", capacity: 64000000000, bandwidth: 135000000000 },
      { level: "caches", capacity: 44040192, onChip: true },
    ],
    processNode: 4,
    sources: [
      { figures: ["peak.int8"], document: "a secondary table whose address was not kept", evidence: "recalled" },
      { figures: ["peak.float32"], document: "Qualcomm product brief (Adreno X1-85)", evidence: "recalled" },
      { figures: ["memory.LPDDR5X.capacity"], document: "Qualcomm product brief", evidence: "recalled" },
      { figures: ["memory.LPDDR5X.bandwidth"], document: "Qualcomm product brief LPDDR5X-8448 128-bit", evidence: "recalled" },
      { figures: ["processNode"], document: "vendor documentation", evidence: "recalled" },
      { figures: ["memory.caches.capacity"], document: "Qualcomm product brief: total cache", evidence: "recalled" },
    ],
  }),
];
