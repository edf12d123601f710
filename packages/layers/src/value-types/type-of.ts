import type { InputValue, ValueType } from "@modelgauge/core";

/** The type of an input, without what else is known of it. */
export function typeOf({ values: _values, status: _status, ...type }: InputValue): ValueType {
  return type;
}
