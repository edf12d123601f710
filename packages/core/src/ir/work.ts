/**
 * Kinds of elementary operations, the closed vocabulary in which every layer type states its work. One operation handles one
 * element; `mac` is a multiply with its accumulating add. A transcendental function is one operation (C4).
 */
export const OPERATION_KINDS = [
  "mac",
  "add",
  "multiply",
  "divide",
  "compare",
  "logic",
  "round",
  "convert",
  "random",
  "hash",
  "sqrt",
  "exp",
  "log",
  "power",
  "sine",
  "tanh",
  "erf",
] as const;

/** add: also subtract, negate, absolute value; compare: also min, max, select, sign; logic: also bitwise and shifts; sine: every trigonometric function. */
export type OperationKind = (typeof OPERATION_KINDS)[number];

/** The kinds that hardware computes by series or tables, reported as transcendental operations. */
export const TRANSCENDENTAL_KINDS: ReadonlySet<OperationKind> = new Set(["sqrt", "exp", "log", "power", "sine", "tanh", "erf"]);

/** How many elementary operations one run executes, by kind. What computes nothing says `{}`. */
export type Work = { readonly [kind in OperationKind]?: number };

/** Whether a work is none: what does it only moves, repeats or renames what it takes in. */
export function isNoWork(work: Work): boolean {
  return OPERATION_KINDS.every((kind) => (work[kind] ?? 0) === 0);
}

/** Sum of works, kind by kind. */
export function addWork(...works: readonly Work[]): Work {
  const sum: { [kind in OperationKind]?: number } = {};
  for (const work of works) {
    for (const kind of OPERATION_KINDS) {
      const count = work[kind];
      if (count !== undefined) sum[kind] = (sum[kind] ?? 0) + count;
    }
  }
  return sum;
}

/** A work so many times over. */
export function scaleWork(work: Work, times: number): Work {
  const scaled: { [kind in OperationKind]?: number } = {};
  for (const kind of OPERATION_KINDS) {
    const count = work[kind];
    if (count !== undefined) scaled[kind] = count * times;
  }
  return scaled;
}
