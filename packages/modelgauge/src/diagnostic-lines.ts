import { type Diagnostic, printable } from "@modelgauge/core";

/** The most diagnostics that are told one by one, and of each the most characters. */
const SHOWN = 20;
const LIMIT = 1000;

/** Diagnostics as lines for stderr, warnings first; what is left out is counted. */
export function diagnosticLines(diagnostics: readonly Diagnostic[]): readonly string[] {
  const ordered = [
    ...diagnostics.filter(({ severity }) => severity === "warning"),
    ...diagnostics.filter(({ severity }) => severity === "info"),
  ];
  const lines = ordered.slice(0, SHOWN).map(({ severity, message }) => `modelgauge: ${severity}: ${printable(message, LIMIT)}`);
  const left = ordered.length - lines.length;
  return left === 0 ? lines : [...lines, `modelgauge: … and ${left} more: the report has them all`];
}
