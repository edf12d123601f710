import { dependencyOrder } from "@modelgauge/core";
import { malformed, quoted } from "../malformed.ts";
import type { Call, Container } from "./topology.ts";

/** Key of one call of a member. */
export function callKey(name: string, index: number): string {
  return JSON.stringify([name, index]);
}

/**
 * The calls of a model in an order in which each comes after those that it reads, as close to the file's as can be.
 *
 * @throws ModelGaugeError `tfjs-malformed` where a call reads what nothing produces, or calls form a cycle
 */
export function callOrder({ calls, name }: Container): readonly Call[] {
  const byKey = new Map<string, Call>();
  for (const call of calls) {
    const key = callKey(call.name, call.index);
    if (byKey.has(key)) throw malformed(`model ${quoted(name)} has two layers ${quoted(call.name)}`);
    byKey.set(key, call);
  }
  const { ordered, stuck } = dependencyOrder(calls, (call) =>
    [...call.arguments.positional, ...[...call.arguments.named.values()].flat()].map(({ layer, node }) => {
      const need = byKey.get(callKey(layer, node));
      if (need === undefined)
        throw malformed(`layer ${quoted(call.name)} reads call ${node} of ${quoted(layer)}, which model ${quoted(name)} has not`);
      return need;
    }),
  );
  if (stuck !== undefined) throw malformed(`the layers of model ${quoted(name)} form a cycle through ${quoted(stuck.name)}`);
  return ordered;
}
