import {
  combine,
  computeDType,
  exact,
  type Figure,
  figure,
  type HardwareProfile,
  type Layer,
  OPERATION_KINDS,
  UNKNOWN,
} from "@modelgauge/core";
import { fastestRate, type PeakRate, peakRate, requirePeak } from "./peak-rate.ts";

/** Seconds that the arithmetic of a layer takes, and the peak rates used. */
export interface ComputeTime {
  readonly macs: Figure;
  /** Everything that is no MAC. */
  readonly others: Figure;
  readonly peaks: readonly PeakRate[];
}

const NOTHING: ComputeTime = { macs: exact(0), others: exact(0), peaks: [] };

/** Operations of a layer: its MACs, two each, and all others. */
export function operationsOf({ description }: Layer): { readonly macs: number; readonly others: number } {
  const others = OPERATION_KINDS.reduce((sum, kind) => sum + (kind === "mac" ? 0 : (description?.work[kind] ?? 0)), 0);
  return { macs: 2 * (description?.work.mac ?? 0), others };
}

/**
 * Operations of a layer ÷ peak rate of the dtype that it computes in. Other work than MACs, in a dtype for which the device has no
 * peak rate, is timed at its fastest: a lower bound.
 *
 * @throws ModelGaugeError `no-peak` where MACs are in a dtype for which the device has no peak rate
 */
export function computeTime(layer: Layer, profile: HardwareProfile): ComputeTime {
  if (layer.description === undefined) return { ...NOTHING, macs: UNKNOWN };
  const { macs, others } = operationsOf(layer);
  if (macs + others === 0) return NOTHING;
  const dtype = computeDType(layer);
  if (dtype === undefined && macs > 0) return { ...NOTHING, macs: UNKNOWN };
  const own = dtype === undefined ? undefined : macs > 0 ? requirePeak(profile, dtype, layer) : peakRate(profile, dtype);
  const peak = own ?? fastestRate(profile);
  const seconds = (operations: number, more: Figure["status"] = "exact"): Figure =>
    operations === 0 ? exact(0) : figure(operations / peak.rate, combine(layer.status, more));
  return { macs: seconds(macs), others: seconds(others, own === undefined ? "at-least" : "exact"), peaks: own === undefined ? [] : [own] };
}
