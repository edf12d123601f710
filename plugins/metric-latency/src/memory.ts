import { exact, type Figure, figure, type HardwareProfile, largestFigure, type MemoryLevel, sumFigures, UNKNOWN } from "@modelgauge/core";

/** Bytes that go to and from the memories of a device. */
export interface MovedBytes {
  readonly weights: Figure;
  readonly activations: Figure;
}

/** How a device's memory serves a network. */
export interface Memory {
  /** The level that weights are read from; undefined where the profile has none. */
  readonly weights: MemoryLevel | undefined;
  /** The level that activations move to and from. */
  readonly activations: MemoryLevel | undefined;
  /** Bytes of weights that may stay on the chip between runs. */
  readonly weightsOnChip: number;
  /** Bytes of activations that may stay on the chip between layers. */
  readonly activationsOnChip: number;
}

/** Reads a profile's levels: the first that holds a kind of data is its home, and every further one on the chip may keep what fits. */
export function memoryOf({ memory }: HardwareProfile): Memory {
  const holding = (kind: "weights" | "activations"): readonly MemoryLevel[] => memory.filter(({ holds = kind }) => holds === kind);
  const [weights, ...closerToWeights] = holding("weights");
  const [activations, ...closerToActivations] = holding("activations");
  return { weights, activations, weightsOnChip: capacityOnChip(closerToWeights), activationsOnChip: capacityOnChip(closerToActivations) };
}

/** Bytes on the chip; without limit where the capacity of a level is not known, so that what follows remains a bound. */
function capacityOnChip(levels: readonly MemoryLevel[]): number {
  return levels.reduce((sum, { onChip, capacity, count = 1 }) => sum + (onChip === true ? (capacity ?? Infinity) * count : 0), 0);
}

/**
 * Seconds that moving bytes takes. Weights and activations that share a level take turns; levels of their own work side by side. A
 * level without a bandwidth leaves a lower bound.
 */
export function moveTime({ weights, activations }: Memory, moved: MovedBytes): Figure {
  if (weights === activations) return timeAt(weights, sumFigures([moved.weights, moved.activations]));
  return largestFigure([timeAt(weights, moved.weights), timeAt(activations, moved.activations)]);
}

function timeAt(level: MemoryLevel | undefined, bytes: Figure): Figure {
  if (bytes.value === 0 && bytes.status === "exact") return exact(0);
  if (level?.bandwidth === undefined || bytes.value === null) return UNKNOWN;
  return figure(bytes.value / level.bandwidth, bytes.status);
}
