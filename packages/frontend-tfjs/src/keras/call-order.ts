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
  const placed = new Set<Call>();
  const ordered: Call[] = [];
  const missing = new Map<Call, number>();
  const waiting = new Map<Call, Call[]>();
  for (const call of calls) {
    const needs = new Set<Call>();
    for (const { layer, node } of [...call.arguments.positional, ...[...call.arguments.named.values()].flat()]) {
      const need = byKey.get(callKey(layer, node));
      if (need === undefined)
        throw malformed(`layer ${quoted(call.name)} reads call ${node} of ${quoted(layer)}, which model ${quoted(name)} has not`);
      if (!placed.has(need)) needs.add(need);
    }
    if (needs.size > 0) {
      missing.set(call, needs.size);
      for (const need of needs) {
        const waiters = waiting.get(need);
        if (waiters === undefined) waiting.set(need, [call]);
        else waiters.push(call);
      }
      continue;
    }
    const ready = [call];
    for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
      placed.add(next);
      ordered.push(next);
      for (const waiter of (waiting.get(next) ?? []).toReversed()) {
        const left = missing.get(waiter)! - 1;
        missing.set(waiter, left);
        if (left === 0) ready.push(waiter);
      }
    }
  }
  const stuck = calls.find((call) => !placed.has(call));
  if (stuck !== undefined) throw malformed(`the layers of model ${quoted(name)} form a cycle through ${quoted(stuck.name)}`);
  return ordered;
}
