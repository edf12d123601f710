import type { Diagnostic } from "@modelgauge/core";
import { codeMessage } from "../escape.ts";

/** The most diagnostics that are shown of one code. */
const SHOWN = 20;

/** What must be known of a network that was understood in part or under assumptions, or of a device: warnings first, by code. */
export function diagnostics(all: readonly Diagnostic[]): string | undefined {
  const byCode = new Map<string, Diagnostic[]>();
  for (const diagnostic of all) {
    const key = `${diagnostic.severity} ${diagnostic.code}`;
    const group = byCode.get(key);
    if (group === undefined) byCode.set(key, [diagnostic]);
    else group.push(diagnostic);
  }
  const groups = [...byCode.values()];
  const ordered = (["warning", "info"] as const).flatMap((severity) => groups.filter(([first]) => first!.severity === severity));
  return ordered.length === 0 ? undefined : ordered.flatMap(lines).join("\n");
}

function lines(group: readonly Diagnostic[]): string[] {
  const shown = group.slice(0, SHOWN).map(({ severity, code, message }) => `- ${severity} ${code}: ${codeMessage(message)}`);
  return group.length > SHOWN ? [...shown, `- … and ${group.length - SHOWN} more of ${group[0]!.code}`] : shown;
}
