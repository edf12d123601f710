// Written by `pnpm generate`; edit what it is made from instead.
import { defineHardwareProfile, type HardwareProfile } from "@modelgauge/core";
/** Every profile of this package. */
export const profiles: readonly HardwareProfile[] = [
  defineHardwareProfile({
    id: "rpi-3bplus",
    name: "Raspberry Pi 3B+",
    vendor: "Raspberry Pi",
    category: "edge-cpu",
    year: 2018,
    peak: { float32: 44800000000, int8: 89600000000 },
    memory: [
      { level: "LPDDR2", capacity: 1000000000, bandwidth: 3600000000 },
      { level: "L2", capacity: 524288, onChip: true },
    ],
    clock: 1400000000,
    processNode: 40,
    sources: [
      { figures: ["peak.float32"], document: "4 cores × 1.4 GHz × 8 ops/cycle", evidence: "recalled" },
      { figures: ["peak.int8"], document: "4 cores × 1.4 GHz × 16 ops/cycle", evidence: "recalled" },
      { figures: ["memory.LPDDR2.capacity", "clock"], document: "Raspberry Pi documentation", evidence: "recalled" },
      { figures: ["memory.LPDDR2.bandwidth"], document: "LPDDR2-900 32-bit", evidence: "recalled" },
      { figures: ["memory.L2.capacity", "processNode"], document: "vendor documentation", evidence: "recalled" },
    ],
  }),
  defineHardwareProfile({
    id: "rpi-4b",
    name: "Raspberry Pi 4B",
    vendor: "Raspberry Pi",
    category: "edge-cpu",
    year: 2019,
    peak: { float32: 48000000000, int8: 96000000000 },
    memory: [
      { level: "LPDDR4", capacity: 8000000000, bandwidth: 12800000000 },
      { level: "L2", capacity: 1048576, onChip: true },
    ],
    clock: 1500000000,
    processNode: 28,
    sources: [
      { figures: ["peak.float32"], document: "4 cores × 1.5 GHz × 8 ops/cycle", evidence: "recalled" },
      { figures: ["peak.int8"], document: "4 cores × 1.5 GHz × 16 ops/cycle", evidence: "recalled" },
      { figures: ["memory.LPDDR4.capacity", "clock"], document: "Raspberry Pi documentation", evidence: "recalled" },
      { figures: ["memory.LPDDR4.bandwidth"], document: "LPDDR4-3200 32-bit", evidence: "recalled" },
      { figures: ["memory.L2.capacity", "processNode"], document: "vendor documentation", evidence: "recalled" },
    ],
  }),
  defineHardwareProfile({
    id: "rpi-5",
    name: "Raspberry Pi 5",
    vendor: "Raspberry Pi",
    category: "edge-cpu",
    year: 2023,
    peak: { float32: 153600000000, float16: 307200000000, int8: 614400000000 },
    memory: [
      { level: "LPDDR4X", capacity: 8000000000, bandwidth: 17100000000 },
      { level: "L3", capacity: 2097152, onChip: true },
      { level: "L2", capacity: 524288, count: 4, onChip: true },
    ],
    clock: 2400000000,
    processNode: 16,
    sources: [
      { figures: ["peak.float32"], document: "4 cores × 2.4 GHz × 16 ops/cycle", evidence: "recalled" },
      { figures: ["peak.float16"], document: "4 cores × 2.4 GHz × 32 ops/cycle", evidence: "recalled" },
      { figures: ["peak.int8"], document: "4 cores × 2.4 GHz × 64 ops/cycle", evidence: "recalled" },
      { figures: ["memory.LPDDR4X.capacity", "clock"], document: "Raspberry Pi documentation", evidence: "recalled" },
      { figures: ["memory.LPDDR4X.bandwidth"], document: "LPDDR4X-4267 32-bit", evidence: "recalled" },
      { figures: ["memory.L3.capacity", "memory.L2.capacity", "processNode"], document: "vendor documentation", evidence: "recalled" },
    ],
  }),
];
