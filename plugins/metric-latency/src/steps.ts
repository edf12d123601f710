/** What one of several steps takes: seconds that it keeps a device busy, and seconds of transfers alongside. */
export interface Step {
  readonly busy: number;
  readonly transfers: number;
}

/**
 * The least time of steps in a row, whose transfers run one after another on one channel: what a step loads may come while earlier steps are
 * busy, and what it stores may leave while later ones are, as far as there is room to keep it.
 *
 * @param lead seconds of transfers that may run ahead of their step or behind it; 0: a step takes the longer of the two; without limit:
 *   all steps do
 */
export function timeOfSteps(steps: readonly Step[], lead: number): number {
  let time = 0;
  let moved = 0;
  let due = 0;
  for (const { busy, transfers } of steps) {
    due += transfers;
    const step = Math.max(busy, due - lead - moved);
    moved = Math.min(due + lead, moved + step);
    time += step;
  }
  return time + Math.max(0, due - moved);
}
