/** A function of numbers. */
interface NumericFunction {
  /** The fewest and the most numbers that it takes. */
  readonly operands: readonly [number, number];
  readonly apply: (...numbers: number[]) => number;
}

export type NumberFunction = "min" | "max" | "floor" | "ceil" | "round" | "abs" | "sqrt" | "log2";

/** Functions of numbers. `size` and `len` are the evaluator's own. */
export const NUMBER_FUNCTIONS: Readonly<Record<NumberFunction, NumericFunction>> = {
  min: { operands: [1, Infinity], apply: Math.min },
  max: { operands: [1, Infinity], apply: Math.max },
  floor: { operands: [1, 1], apply: Math.floor },
  ceil: { operands: [1, 1], apply: Math.ceil },
  round: { operands: [1, 1], apply: Math.round },
  abs: { operands: [1, 1], apply: Math.abs },
  sqrt: { operands: [1, 1], apply: Math.sqrt },
  log2: { operands: [1, 1], apply: Math.log2 },
};

/** `size('conv1', 1)`: a size of a tensor; `len(list)`: how many elements a list has. */
export type FunctionName = NumberFunction | "size" | "len";

/** Every function. */
export const FUNCTION_NAMES: readonly FunctionName[] = [...(Object.keys(NUMBER_FUNCTIONS) as NumberFunction[]), "size", "len"];

/** Words of the expression language, which name no parameter. */
export const RESERVED_WORDS: readonly string[] = ["true", "false", "inf", "nan", ...FUNCTION_NAMES];
