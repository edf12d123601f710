import { check, type Shape } from "@modelgauge/core";

/** An Einstein summation whose indices have sizes. */
export interface Summation {
  /** The distinct indices of each operand. */
  readonly operands: readonly (readonly string[])[];
  /** Those of the output, in order. */
  readonly output: readonly string[];
  readonly sizes: ReadonlyMap<string, number>;
}

/** One operand's or the output's indices: before, under (`undefined`: there is none) and after an ellipsis. */
interface Term {
  readonly text: string;
  readonly before: readonly string[];
  readonly after: readonly string[] | undefined;
}

/**
 * Reads an equation over operands of these shapes. The dimensions that an ellipsis stands for become indices named after their place
 * from the end: `…1` is the last.
 *
 * @throws ModelGaugeError `invalid-layer` when the equation is none, or the operands do not fit it
 */
export function readEquation(equation: string, shapes: readonly Shape[]): Summation {
  const text = equation.replaceAll(/\s/g, "");
  check(/^[A-Za-z.]*(,[A-Za-z.]*)*(->[A-Za-z.]*)?$/.test(text), () => `"${equation}" is no Einstein summation`);
  const [left = "", right] = text.split("->");
  const terms = left.split(",").map(readTerm);
  check(terms.length === shapes.length, () => `the equation has ${terms.length} operands, ${shapes.length} are given`);
  const sizes = new Map<string, number>();
  const operands = terms.map((term, position) => bindOperand(term, shapes[position]!, position, sizes));
  const covered = [...sizes.keys()].filter((index) => index.startsWith("…")).toSorted((a, b) => Number(b.slice(1)) - Number(a.slice(1)));
  const output = right === undefined ? [...covered, ...onceOnly(terms)] : readOutput(readTerm(right), covered);
  for (const index of output) check(sizes.has(index), () => `output index "${index}" is in no operand`);
  check(new Set(output).size === output.length, () => `an index stands twice in the output "${right}"`);
  return { operands, output, sizes };
}

function readTerm(text: string): Term {
  const [before = "", after, ...more] = text.split("...");
  check(more.length === 0 && !(before + (after ?? "")).includes("."), () => `"${text}" has dots that are not one ellipsis`);
  return { text, before: before.split(""), after: after?.split("") };
}

/** Notes the size of each index of an operand, and answers them; a size of 1 broadcasts to another operand's. */
function bindOperand({ text, before, after }: Term, shape: Shape, position: number, sizes: Map<string, number>): readonly string[] {
  const named = before.length + (after?.length ?? 0);
  const covered = shape.length - named;
  check(
    after === undefined ? covered === 0 : covered >= 0,
    () => `operand ${position} has ${shape.length} dimensions, "${text}" names ${named}`,
  );
  const indices = [...before, ...Array.from({ length: covered }, (_, offset) => `…${covered - offset}`), ...(after ?? [])];
  const own = new Map<string, number>();
  indices.forEach((index, axis) => {
    const size = shape[axis]!;
    check((own.get(index) ?? size) === size, () => `index "${index}" is ${own.get(index)} and ${size} in operand ${position}`);
    own.set(index, size);
  });
  for (const [index, size] of own) {
    const known = sizes.get(index) ?? 1;
    check(known === size || known === 1 || size === 1, () => `index "${index}" is ${known} and ${size}`);
    sizes.set(index, known === 1 ? size : known);
  }
  return [...own.keys()];
}

function readOutput({ before, after }: Term, covered: readonly string[]): readonly string[] {
  return after === undefined ? before : [...before, ...covered, ...after];
}

/** The output where there is no arrow: letters that occur once, in alphabetical order, capitals first. */
function onceOnly(terms: readonly Term[]): readonly string[] {
  const letters = terms.flatMap(({ before, after = [] }) => [...before, ...after]);
  return letters.filter((letter) => letters.indexOf(letter) === letters.lastIndexOf(letter)).toSorted();
}
