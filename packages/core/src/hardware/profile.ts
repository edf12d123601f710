import type { DType } from "../ir/dtype.ts";
import type { WorkClass } from "./work-class.ts";

/**
 * How well a figure is established: read in a document at a URL; remembered and not checked, so unverified; computed from other
 * figures as the source says.
 */
export type Evidence = "found" | "recalled" | "derived";

/** Where figures of a profile come from. */
export interface ProfileSource {
  /**
   * Dotted paths of the figures that it stands for, each with all below it: `peak`, `peak.float16`, `memory.HBM2e.bandwidth`,
   * `power.tdp`. Of two sources, the one with the longer path counts.
   */
  readonly figures: readonly string[];
  /** Title of the document, or the computation of a derived figure. */
  readonly document: string;
  /** Required where the evidence is `found`. */
  readonly url?: string;
  readonly evidence: Evidence;
  readonly note?: string;
}

/**
 * One level of memory. The first that holds weights is where weights come from, the first that holds activations is where these move;
 * every further level on the chip may keep what fits.
 */
export interface MemoryLevel {
  /** Unique, without dots: `HBM2e`, `LPDDR5`, `L2`, `SRAM`, `flash`. */
  readonly level: string;
  /** Bytes of one instance; absent where no figure is known. */
  readonly capacity?: number;
  /** Number of instances, as of an L1 cache per core. 1 where absent. */
  readonly count?: number;
  /** Bytes per second, all instances together; absent where no figure is known. */
  readonly bandwidth?: number;
  readonly onChip?: boolean;
  /** What the level holds; both where absent. */
  readonly holds?: "weights" | "activations";
}

/** Energy of elementary operations and of moving data, in joules. */
export interface EnergyFigures {
  /** Energy of one operation by kind of operation, then dtype: `{ mac: { float32: 4.6e-12 }, add: { … } }`. */
  readonly operations: Readonly<Record<string, Readonly<Partial<Record<DType, number>>>>>;
  /** Energy of one bit moved, by name of the memory level; 0 where the operations' energies include it. */
  readonly perBit: Readonly<Record<string, number>>;
}

/** How much of a device's peaks one runtime reached, fitted to measured latencies: what `latency.estimate` rests on. */
export interface Efficiency {
  /** Kebab-case, unique in the profile: `pytorch-2-9-compiled`. */
  readonly name: string;
  /** What ran, as people call it: `PyTorch 2.9, compiled, NCHW`. */
  readonly runtime: string;
  /** What the multiply-accumulates were in. */
  readonly dtype: DType;
  /** Samples that each run handled. */
  readonly batch: number;
  /** Part of the peak rate, by class of work; a class that the measurements do not tell of is absent. */
  readonly compute: Readonly<Partial<Record<WorkClass, number>>>;
  /** Part of the bandwidth. */
  readonly memory: number;
  /** Seconds that each fused group of layers takes beside its work; absent where it is not known. */
  readonly launch?: number;
  /** Median relative error of the estimate on networks that were left out of the fit. */
  readonly error: number;
}

/** What one device can do. Data only: each figure with its source. 1 MAC = 2 operations. */
export interface HardwareProfile {
  /** Kebab-case, unique: `nvidia-a100-80gb-sxm4`. */
  readonly id: string;
  readonly name: string;
  readonly vendor?: string;
  /** Kebab-case: `datacenter-gpu`, `laptop-soc`, `mcu`. */
  readonly category: string;
  /** Year of release. */
  readonly year?: number;
  /** Peak dense rate per dtype, operations per second. The highest that the device reaches: latencies computed with it are bounds. */
  readonly peak: Readonly<Partial<Record<DType, number>>>;
  /** Peak rate with structured sparsity, kept apart: never used for dense work. */
  readonly sparsePeak?: Readonly<Partial<Record<DType, number>>>;
  /** Peak rates of other modes and units, for the reader alone: `tf32`, `float16-accumulate-float16`, `float32-vector`. */
  readonly otherPeaks?: Readonly<Record<string, number>>;
  readonly memory: readonly MemoryLevel[];
  /** Hertz. */
  readonly clock?: number;
  /** Watts. */
  readonly power?: { readonly tdp?: number };
  /** Nanometres, by the foundry's name of the process. */
  readonly processNode?: number;
  readonly energy?: EnergyFigures;
  /** By runtime, the one to estimate with first. */
  readonly efficiencies?: readonly Efficiency[];
  readonly sources: readonly ProfileSource[];
  readonly notes?: string;
}

/** The source that stands for a figure, by its dotted path; undefined where none does. */
export function sourceOf({ sources }: Pick<HardwareProfile, "sources">, path: string): ProfileSource | undefined {
  let best: { readonly source: ProfileSource; readonly length: number } | undefined;
  for (const source of sources) {
    for (const figures of source.figures) {
      const covers = path === figures || path.startsWith(`${figures}.`);
      if (covers && figures.length > (best?.length ?? 0)) best = { source, length: figures.length };
    }
  }
  return best?.source;
}

/** Every figure of a profile by its dotted path: `peak.float16`, `memory.L2.capacity`, `power.tdp`. */
export function profileFigures(profile: HardwareProfile): ReadonlyMap<string, number> {
  const { peak, sparsePeak, otherPeaks, clock, power, processNode, energy } = profile;
  const memory = Object.fromEntries(profile.memory.map(({ level, capacity, bandwidth }) => [level, { capacity, bandwidth }]));
  const efficiencies = Object.fromEntries(
    (profile.efficiencies ?? []).map(({ name, compute, memory, launch, error }) => [name, { compute, memory, launch, error }]),
  );
  const found = new Map<string, number>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "number") found.set(path, value);
    else if (typeof value === "object" && value !== null) for (const [name, inner] of Object.entries(value)) walk(inner, `${path}.${name}`);
  };
  const figures = { peak, sparsePeak, otherPeaks, memory, clock, power, processNode, energy, efficiencies };
  for (const [name, value] of Object.entries(figures)) walk(value, name);
  return found;
}
