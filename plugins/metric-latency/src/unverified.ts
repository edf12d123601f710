import { type Diagnostic, type DType, type HardwareProfile, sourceOf } from "@modelgauge/core";
import type { Memory } from "./memory.ts";

/** Says which of the figures that times rest on are only recalled, so that nobody takes them for checked. */
export function unverifiedFigures(
  profile: HardwareProfile,
  peaks: Iterable<DType>,
  { weights, activations }: Memory,
): readonly Diagnostic[] {
  const levels = [weights, activations].flatMap((level) => (level?.bandwidth === undefined ? [] : [`memory.${level.level}.bandwidth`]));
  const used = new Set([...[...peaks].map((dtype) => `peak.${dtype}`), ...levels]);
  const recalled = [...used].flatMap((path) => {
    const source = sourceOf(profile, path);
    return source?.evidence === "recalled" ? [`${path} (${source.document})`] : [];
  });
  if (recalled.length === 0) return [];
  const message = `${profile.id}: latency and throughput rest on figures that are remembered and not checked: ${recalled.join(", ")}`;
  return [{ severity: "info", code: "unverified-figure", message }];
}
