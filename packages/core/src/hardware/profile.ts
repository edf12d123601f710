import { ModelGaugeError } from "../error/model-gauge-error.ts";
import { type DType, isDType } from "../ir/dtype.ts";

/** How well a figure is established: read in a document at a URL; remembered and not checked; computed from other figures. */
export type Evidence = "found" | "recalled" | "derived";

/** Where figures of a profile come from. */
export interface ProfileSource {
  /** Dotted paths of the figures that it stands for: `peak`, `peak.float16`, `memory`, `power.tdp`, `energy`. */
  readonly figures: readonly string[];
  readonly document: string;
  readonly url?: string;
  readonly evidence: Evidence;
  readonly note?: string;
}

/** One level of memory. The first that a profile lists is the main memory; on-chip levels follow, largest first. */
export interface MemoryLevel {
  /** `HBM2e`, `LPDDR5`, `L2`, `SRAM`. */
  readonly level: string;
  /** Bytes. */
  readonly capacity: number;
  /** Bytes per second; absent where no figure is known. */
  readonly bandwidth?: number;
  readonly onChip?: boolean;
  /** Whether a model's weights may stay there between runs. */
  readonly weightsResident?: boolean;
}

/** Energy of elementary operations and of moving data, in joules. */
export interface EnergyFigures {
  /** Energy of one operation by kind of operation, then dtype: `{ mac: { float32: 4.6e-12 }, add: { … } }`. */
  readonly operations: Readonly<Record<string, Readonly<Partial<Record<DType, number>>>>>;
  /** Energy of one bit moved, by name of the memory level. */
  readonly perBit: Readonly<Record<string, number>>;
  /** Process node that the figures hold for, in nanometres. */
  readonly node?: number;
}

/** What one device can do. Data only. */
export interface HardwareProfile {
  /** Kebab-case, unique: `nvidia-a100-80gb-sxm4`. */
  readonly id: string;
  readonly name: string;
  readonly vendor?: string;
  readonly category: string;
  readonly year?: number;
  /** Peak dense rate per dtype, operations per second. 1 MAC = 2 operations. */
  readonly peak: Readonly<Partial<Record<DType, number>>>;
  /** Peak rate with structured sparsity, kept apart: never used for dense work. */
  readonly sparsePeak?: Readonly<Partial<Record<DType, number>>>;
  readonly memory: readonly MemoryLevel[];
  /** Hertz. */
  readonly clock?: number;
  /** Watts. */
  readonly power?: { readonly tdp?: number };
  readonly energy?: EnergyFigures;
  readonly sources: readonly ProfileSource[];
}

/**
 * Declares a device; contribute it to HARDWARE.
 *
 * @param data what a profile's JSON file holds; other members are left alone
 * @throws ModelGaugeError `invalid-profile` naming the member that is missing or wrong
 */
export function defineHardwareProfile(data: unknown): HardwareProfile {
  const profile = data as HardwareProfile;
  const id = typeof profile?.id === "string" ? profile.id : "(no id)";
  const require = (condition: boolean, message: string): void => {
    if (!condition) throw new ModelGaugeError({ code: "invalid-profile", message: `hardware profile "${id}": ${message}` });
  };
  const positive = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value) && value > 0;
  require(typeof data === "object" && data !== null, "is no object");
  require(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id), "`id` must be kebab-case");
  require(typeof profile.name === "string", "`name` is missing");
  require(typeof profile.category === "string", "`category` is missing");
  for (const member of ["peak", "sparsePeak"] as const) {
    if (member === "sparsePeak" && profile[member] === undefined) continue;
    require(typeof profile[member] === "object" && profile[member] !== null, `\`${member}\` is missing`);
    for (const [dtype, rate] of Object.entries(profile[member]!)) {
      require(isDType(dtype), `\`${member}.${dtype}\` names no dtype`);
      require(positive(rate), `\`${member}.${dtype}\` must be operations per second above 0`);
    }
  }
  require(Object.keys(profile.peak).length > 0, "`peak` names no dtype");
  require(Array.isArray(profile.memory) && profile.memory.length > 0, "`memory` lists no level");
  profile.memory.forEach((level, index) => {
    require(typeof level?.level === "string", `\`memory[${index}].level\` is missing`);
    require(positive(level.capacity), `\`memory[${index}].capacity\` must be bytes above 0`);
    require(level.bandwidth === undefined || positive(level.bandwidth), `\`memory[${index}].bandwidth\` must be bytes per second above 0`);
  });
  require(profile.memory[0]!.bandwidth !== undefined, "`memory[0].bandwidth` is missing: the first level is the main memory");
  require(Array.isArray(profile.sources) && profile.sources.length > 0, "`sources` is empty: a figure without a source may not ship");
  return profile;
}
