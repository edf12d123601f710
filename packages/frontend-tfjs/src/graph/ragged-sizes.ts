import type { Operand, Status } from "@modelgauge/core";

/** A size of what rows of different lengths are laid out in. */
export interface RaggedSize {
  readonly size: number;
  readonly status: Status;
}

/** What a partition of elements into rows is known to make. */
interface Partition {
  readonly rows: RaggedSize;
  readonly longest: RaggedSize;
}

/**
 * Sizes that partitions make, outermost first: the number of rows, then the length of the longest row of each partition.
 *
 * @param types kind of each operand: FIRST_DIM_SIZE tells how many rows there are, ROW_SPLITS where each begins and ends, VALUE_ROWIDS the
 *   row of each element
 * @param elements how many elements the innermost rows have together
 */
export function partitionSizes(types: readonly string[], operands: readonly Operand[], elements: number): readonly RaggedSize[] {
  const first = types[0] === "FIRST_DIM_SIZE" ? operands[0] : undefined;
  const partitions: Partition[] = [];
  let inner: RaggedSize = { size: elements, status: "exact" };
  for (let index = types.length - 1; index >= (first === undefined ? 0 : 1); index--) {
    const partition = partitionOf(types[index]!, operands[index]!, inner);
    partitions.unshift(partition);
    inner = partition.rows;
  }
  const known = first?.numbers === undefined ? undefined : first.number!;
  return [known === undefined ? inner : { size: known, status: first!.status }, ...partitions.map(({ longest }) => longest)];
}

function partitionOf(type: string, operand: Operand, elements: RaggedSize): Partition {
  const atMost: Status = elements.status === "exact" || elements.status === "at-most" ? "at-most" : "estimate";
  const { numbers, status } = operand;
  if (type === "ROW_SPLITS") {
    const rows = { size: Math.max(0, (operand.shape[0] ?? 1) - 1), status };
    const lengths = numbers?.slice(1).map((end, row) => end - numbers[row]!);
    return { rows, longest: lengths === undefined ? { ...elements, status: atMost } : { size: longestOf(lengths), status } };
  }
  // Rows at the end may be empty, so that the elements do not tell how many there are.
  const rows: RaggedSize = { size: numbers === undefined ? elements.size : longestOf(numbers.map((row) => row + 1)), status: "estimate" };
  if (numbers === undefined) return { rows, longest: { ...elements, status: atMost } };
  const counts = new Map<number, number>();
  for (const row of numbers) counts.set(row, (counts.get(row) ?? 0) + 1);
  return { rows, longest: { size: longestOf([...counts.values()]), status } };
}

function longestOf(lengths: readonly number[]): number {
  return lengths.reduce((most, length) => Math.max(most, length), 0);
}
