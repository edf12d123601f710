/** Items in order, and one of those that could not be ordered, if there are any: it stands in a cycle or needs what does. */
export interface DependencyOrder<T> {
  readonly ordered: readonly T[];
  readonly stuck: T | undefined;
}

/**
 * Orders items so that each comes after those that it needs, as close to the given order as can be: an order that is right stays. Takes
 * time that grows with the number of items and needs, and no recursion.
 *
 * @param needsOf the items that an item needs; all of them must be among the items
 */
export function dependencyOrder<T>(items: readonly T[], needsOf: (item: T) => Iterable<T>): DependencyOrder<T> {
  const placed = new Set<T>();
  const ordered: T[] = [];
  const missing = new Map<T, number>();
  const waiting = new Map<T, T[]>();
  for (const item of items) {
    const needs = new Set<T>();
    for (const need of needsOf(item)) if (!placed.has(need)) needs.add(need);
    if (needs.size > 0) {
      missing.set(item, needs.size);
      for (const need of needs) {
        const waiters = waiting.get(need);
        if (waiters === undefined) waiting.set(need, [item]);
        else waiters.push(item);
      }
      continue;
    }
    const ready = [item];
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
  return { ordered, stuck: items.find((item) => !placed.has(item)) };
}
