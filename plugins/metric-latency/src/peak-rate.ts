import { type DType, type HardwareProfile, isDType, type Layer, ModelGaugeError } from "@modelgauge/core";

/** A peak rate of a device. */
export interface PeakRate {
  /** Dtype that the profile states it for. */
  readonly dtype: DType;
  /** Operations per second; 1 MAC = 2 operations. */
  readonly rate: number;
}

/** The peak rate for a dtype: a profile's own, or, as hardware treats both alike, that of the integer of the same width with or without sign. */
export function peakRate({ peak }: HardwareProfile, dtype: DType): PeakRate | undefined {
  const twin = dtype.startsWith("uint") ? dtype.slice(1) : `u${dtype}`;
  for (const each of [dtype, twin]) {
    const rate = isDType(each) ? peak[each] : undefined;
    if (rate !== undefined) return { dtype: each as DType, rate };
  }
  return undefined;
}

/** The highest of a device's peak rates. */
export function fastestRate({ peak }: HardwareProfile): PeakRate {
  const [fastest] = (Object.entries(peak) as [DType, number][]).toSorted(([, a], [, b]) => b - a);
  return { dtype: fastest![0], rate: fastest![1] };
}

/**
 * The peak rate that a layer's multiply-accumulates run at.
 *
 * @throws ModelGaugeError `no-peak` naming the dtypes that the device has peak rates for
 */
export function requirePeak(profile: HardwareProfile, dtype: DType, { type, name, origin }: Layer): PeakRate {
  const peak = peakRate(profile, dtype);
  if (peak !== undefined) return peak;
  throw new ModelGaugeError({
    code: "no-peak",
    message:
      `${type} "${name}" (${origin.format} ${origin.operator}): computes in ${dtype}, for which ${profile.id} has no peak rate; ` +
      `it has those of ${Object.keys(profile.peak).join(", ")}`,
    hint: `describe the model in one of these, as by --precision ${fastestRate(profile).dtype}`,
  });
}
