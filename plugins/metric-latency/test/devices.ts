import { defineHardwareProfile, type HardwareProfile } from "@modelgauge/core";

/** 100 operations a second in float32, 400 in int8; 10 bytes a second; with any changes. */
export function device(changes: Partial<HardwareProfile> = {}): HardwareProfile {
  return defineHardwareProfile({
    id: "acme-npu",
    name: "Acme NPU",
    category: "npu",
    peak: { float32: 100, int8: 400 },
    memory: [{ level: "DDR", bandwidth: 10 }],
    sources: [{ figures: ["peak", "memory"], document: "Acme NPU datasheet", evidence: "recalled" }],
    ...changes,
  });
}
