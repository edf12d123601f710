import type { Value } from "../expression/value.ts";

/** Names of parameters and repetitions, with those around them. */
export interface Variables {
  /** undefined where nothing has that name. */
  readonly lookUp: (name: string) => Value | undefined;
  readonly names: () => Iterable<string>;
}

/** Further names inside others. */
export function within(outer: Variables, own: ReadonlyMap<string, Value>): Variables {
  return {
    lookUp: (name) => own.get(name) ?? (own.has(name) ? null : outer.lookUp(name)),
    names: () => [...own.keys(), ...outer.names()],
  };
}
