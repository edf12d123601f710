// Written by `pnpm generate`; edit what it is made from instead.
import { defineHardwareProfile, type HardwareProfile } from "@modelgauge/core";
/** Every profile of this package. */
export const profiles: readonly HardwareProfile[] = [
  defineHardwareProfile({
    id: "esp32-s3",
    name: "ESP32-S3 (2x LX7)",
    vendor: "Espressif",
    category: "mcu",
    year: 2020,
    peak: { float32: 960000000, int16: 7680000000, int8: 15360000000 },
    memory: [
      { level: "external flash", bandwidth: 40000000, holds: "weights" },
      { level: "SRAM", capacity: 524288, onChip: true, holds: "activations" },
    ],
    clock: 240000000,
    processNode: 40,
    sources: [
      { figures: ["peak.float32"], document: "1 FMA per cycle × 2 cores × 240 MHz × 2 operations", evidence: "recalled" },
      { figures: ["peak.int8"], document: "2 cores × 240 MHz × 16 MAC/cycle × 2", evidence: "recalled" },
      { figures: ["peak.int16"], document: "8 MAC per cycle × 2 cores × 240 MHz × 2 operations", evidence: "recalled" },
      { figures: ["memory.external flash.bandwidth"], document: "QIO 80 MHz; octal 80 MHz gives 80-160 MB/s", evidence: "recalled" },
      { figures: ["memory.SRAM.capacity"], document: "Espressif datasheet", evidence: "recalled" },
      { figures: ["clock"], document: "vendor datasheet", evidence: "recalled" },
      { figures: ["processNode"], document: "vendor documentation", evidence: "recalled" },
    ],
  }),
  defineHardwareProfile({
    id: "esp32",
    name: "ESP32 (2x LX6)",
    vendor: "Espressif",
    category: "mcu",
    year: 2016,
    peak: { float32: 960000000, int16: 960000000, int8: 960000000 },
    memory: [
      { level: "flash", capacity: 4194304, bandwidth: 40000000, holds: "weights" },
      { level: "SRAM", capacity: 532480, onChip: true, holds: "activations" },
    ],
    clock: 240000000,
    processNode: 40,
    sources: [
      { figures: ["peak.float32"], document: "1 FMA per cycle × 2 cores × 240 MHz × 2 operations", evidence: "recalled" },
      { figures: ["peak.int8"], document: "2 cores × 240 MHz × 1 MAC/cycle × 2", evidence: "recalled" },
      { figures: ["peak.int16"], document: "1 MAC per cycle × 2 cores × 240 MHz × 2 operations", evidence: "recalled" },
      {
        figures: ["memory.flash.capacity"],
        document: "a secondary table whose address was not kept",
        evidence: "recalled",
        note: "module SPI flash",
      },
      { figures: ["memory.flash.bandwidth"], document: "QIO 80 MHz × 4 bit; recalled", evidence: "recalled" },
      { figures: ["memory.SRAM.capacity", "clock"], document: "a secondary table whose address was not kept", evidence: "recalled" },
      { figures: ["processNode"], document: "vendor documentation", evidence: "recalled" },
    ],
  }),
];
