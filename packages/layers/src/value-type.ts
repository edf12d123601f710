import type { InputValue, ValueType } from "@modelgauge/core";

/** The type of an input, without what else is known of it. */
export function typeOf({ values, status, ...type }: InputValue): ValueType {
  return type;
}
