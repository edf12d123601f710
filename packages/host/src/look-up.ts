import { ModelGaugeError } from "@modelgauge/core";
import { closestMatch } from "leven";

/** The most ids that a message lists. */
const LISTED = 20;

/** What is looked for, and where. */
export interface LookUp<T> {
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  readonly id: string;
  /** What no plugin contributes where it is not found: `the reporter "markdwon"`. */
  readonly what: string;
  /** Code of the error where there is none. */
  readonly code: string;
}

/**
 * The item of an id.
 *
 * @throws ModelGaugeError with the given code, and the nearest id or all ids there are
 */
export function lookUp<T>({ items, idOf, id, what, code }: LookUp<T>): T {
  const found = items.find((item) => idOf(item) === id);
  if (found !== undefined) return found;
  const ids = items.map(idOf);
  throw new ModelGaugeError({ code, message: `no plugin contributes ${what}${suggestion(id, ids)}` });
}

function suggestion(id: string, ids: readonly string[]): string {
  const nearest = closestMatch(id, ids, { maxDistance: Math.max(2, Math.floor(id.length / 3)) });
  if (nearest !== undefined) return `; did you mean "${nearest}"?`;
  if (ids.length === 0) return "";
  return `; there are ${ids.slice(0, LISTED).join(", ")}${ids.length > LISTED ? ", …" : ""}`;
}
