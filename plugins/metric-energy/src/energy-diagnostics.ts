import type { Diagnostic, HardwareProfile } from "@modelgauge/core";
import type { EnergyPart } from "./energy-parts.ts";

/** Says what energies rest on that is not the device's own, and what they leave out. */
export function energyDiagnostics({ id }: HardwareProfile, parts: readonly EnergyPart[]): readonly Diagnostic[] {
  const said: Diagnostic[] = [];
  const published = parts.filter((part) => part.published !== undefined);
  if (published.length > 0) {
    const joules = (of: readonly EnergyPart[]): number => of.reduce((sum, { energy }) => sum + (energy.value ?? 0), 0);
    const share = joules(published) / joules(parts);
    const what = share < 0.995 ? `${share < 0.001 ? "less than 0.1" : Number((100 * share).toPrecision(2))} % of the energy` : "energy";
    const sources = [...new Set(published.map((part) => part.published))].join("; ");
    const instructions = published.some(({ side }) => side === "arithmetic")
      ? ". What it takes to fetch and decode instructions, most of the energy on processors and microcontrollers, is in no such figure"
      : "";
    const message = `${id}: ${what} is estimated with published figures, not the device's own: ${sources}${instructions}`;
    said.push({ severity: "info", code: "energy-estimate", message });
  }
  const missing = parts.filter(({ each, side }) => each === undefined && side === "arithmetic").map(({ name }) => name);
  if (missing.length > 0) {
    const message = `${id}: energy leaves out operations for which no figure is published: ${missing.join(", ")}`;
    said.push({ severity: "warning", code: "no-energy-figure", message });
  }
  return said;
}
