/**
 * How far a number is to be trusted: `exact`; `at-most`, `at-least`: a bound; `estimate`: neither exact nor a bound;
 * `unknown`: there is no number.
 */
export type Status = "exact" | "at-most" | "at-least" | "estimate" | "unknown";

/** {@link combine} of any number of statuses. */
export function combineAll(statuses: Iterable<Status>): Status {
  let result: Status = "exact";
  for (const status of statuses) result = combine(result, status);
  return result;
}

/**
 * Status of a sum, or of what follows from several facts. Something unknown in a sum leaves a lower bound;
 * bounds of both directions leave an estimate.
 */
export function combine(...statuses: readonly Status[]): Status {
  let result: Status = "exact";
  for (const status of statuses) {
    const next = status === "unknown" ? "at-least" : status;
    if (next === "exact" || next === result) continue;
    result = result === "exact" ? next : "estimate";
  }
  return result;
}

const REVERSED: Readonly<Record<Status, Status>> = {
  exact: "exact",
  "at-most": "at-least",
  "at-least": "at-most",
  estimate: "estimate",
  unknown: "unknown",
};

/** Status of what falls as something of this status rises: of a rate, where this is the time's. */
export function reverse(status: Status): Status {
  return REVERSED[status];
}
