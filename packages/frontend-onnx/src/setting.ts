import { check, type Operand } from "@modelgauge/core";

/**
 * Numbers that an operator takes as an attribute in its older versions and as an input in its newer ones: undefined where neither is
 * there, `unknown` where only a run tells.
 */
export function setting(input: Operand | undefined, attribute: readonly number[] | undefined): readonly number[] | "unknown" | undefined {
  return input === undefined ? attribute : (input.numbers ?? "unknown");
}

/**
 * An attribute that has no default.
 *
 * @throws ModelGaugeError `invalid-layer` when it is missing
 */
export function required<T>(value: T | undefined, name: string): T {
  check(value !== undefined, () => `attribute ${name} is missing`);
  return value;
}
