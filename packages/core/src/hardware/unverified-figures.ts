import type { Diagnostic } from "../error/diagnostic.ts";
import { type HardwareProfile, profileFigures, sourceOf } from "./profile.ts";

/**
 * Says which of the figures that something rests on are only recalled, so that nobody takes it for checked.
 *
 * @param what what rests on them, as a plural subject: `latency and throughput`
 * @param paths dotted paths of the figures that it rests on; those that the profile does not have are left out
 */
export function unverifiedFigures(profile: HardwareProfile, what: string, paths: Iterable<string>): readonly Diagnostic[] {
  const figures = profileFigures(profile);
  const byDocument = new Map<string, string[]>();
  for (const path of new Set(paths)) {
    const source = figures.has(path) ? sourceOf(profile, path) : undefined;
    if (source?.evidence !== "recalled") continue;
    byDocument.set(source.document, [...(byDocument.get(source.document) ?? []), path]);
  }
  if (byDocument.size === 0) return [];
  const recalled = [...byDocument].map(([document, of]) => `${of.join(", ")} (${document})`);
  const message = `${profile.id}: ${what} rest on figures that are remembered and not checked: ${recalled.join(", ")}`;
  return [{ severity: "info", code: "unverified-figure", message }];
}
