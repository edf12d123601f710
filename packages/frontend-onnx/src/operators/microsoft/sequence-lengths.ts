import { check, type Operand } from "@modelgauge/core";

/**
 * Lengths of packed sequences, from where each starts and the last ends.
 *
 * @returns undefined where that is not known
 * @throws ModelGaugeError `invalid-layer` when a sequence ends before it starts
 */
function sequenceLengths(ends: Operand): readonly number[] | undefined {
  const { numbers } = ends;
  const lengths = numbers?.slice(1).map((end, index) => end - numbers[index]!);
  check(lengths?.every((length) => length >= 0) ?? true, () => `"${ends.name}" does not grow from one sequence to the next`);
  return lengths;
}

/**
 * Pairs of a query and a key of the same sequence.
 *
 * @param past for each sequence, keys of earlier steps
 * @returns undefined where the lengths are not known
 */
export function pairsWithin(ends: Operand, past?: Operand): number | undefined {
  const lengths = sequenceLengths(ends);
  const before = past === undefined ? lengths?.map(() => 0) : past.numbers;
  if (lengths === undefined || before === undefined) return undefined;
  check(lengths.length === before.length, () => `there are ${lengths.length} sequences and ${before.length} past lengths`);
  return lengths.reduce((sum, length, index) => sum + length * (length + before[index]!), 0);
}
