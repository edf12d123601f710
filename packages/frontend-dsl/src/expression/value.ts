/** What expressions compute with, and what attributes are made of. Integers beyond 2^53 are bigints, which attributes may hold. */
export type Value = number | bigint | string | boolean | null | readonly Value[] | ValueRecord;

/** Values by name; made by `Object.fromEntries` alone, so that no name reaches a prototype. */
export interface ValueRecord {
  readonly [name: string]: Value;
}

/** Whether a value is a list. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether a value is a record. */
export function isRecord(value: Value): value is ValueRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as messages call it: `3`, `"relu"`, `a list`. */
export function nameValue(value: Value): string {
  if (value === null) return "null";
  if (isList(value)) return "a list";
  if (isRecord(value)) return "an object";
  return typeof value === "string" ? JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value) : String(value);
}
