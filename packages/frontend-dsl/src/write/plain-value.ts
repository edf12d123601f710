import { escapeTemplate } from "../expression/parse.ts";

/** A JSON value. */
export type Json = number | string | boolean | null | readonly Json[] | JsonRecord;

/** Properties in the order in which they are written; undefined ones are not. */
export interface JsonRecord {
  readonly [name: string]: Json | undefined;
}

/**
 * A value as a document writes it: what JSON has no number for is an expression, and what only looks like an expression is escaped.
 *
 * @throws TypeError for what is neither number, word, list nor record
 */
export function plainValue(value: unknown): Json {
  switch (typeof value) {
    case "number":
      return plainNumber(value);
    case "bigint":
      return `\${${value}n}`;
    case "string":
      return escapeTemplate(value);
    case "boolean":
      return value;
    case "object":
      if (value === null) return null;
      if (Array.isArray(value)) return value.map(plainValue);
      return Object.fromEntries(
        Object.entries(value)
          .filter(([, each]) => each !== undefined)
          .map(([name, each]) => [name, plainValue(each)]),
      );
    default:
      throw new TypeError(`a ${typeof value} is no value of a document`);
  }
}

function plainNumber(value: number): Json {
  if (Number.isNaN(value)) return "${nan}";
  if (!Number.isFinite(value)) return value > 0 ? "${inf}" : "${-inf}";
  return Object.is(value, -0) ? "${-0}" : value;
}

/** Elements of a constant: as texts where JSON has no number for them. */
export function plainElements(values: readonly (number | bigint | string)[]): readonly Json[] {
  return values.map((value) => {
    if (typeof value === "string") return escapeTemplate(value);
    if (typeof value === "bigint" || !Number.isFinite(value)) return String(value);
    return Object.is(value, -0) ? "-0" : value;
  });
}
