import { bitsOf, type DType, type Scalar, type Work } from "@modelgauge/core";
import { type Decision, isEqual, isLess, not } from "./bounds.ts";

/** One element-wise function of two elements, or of many by folding. */
export interface ElementwiseFunction {
  /** Work of one pair of elements. */
  readonly work: Work;
  /** Work of a pair of complex elements, in real operations, where it is another. */
  readonly complexWork?: Work;
  /** Whether it takes any number of inputs. */
  readonly many?: true;
  /** Whether the output is bool whatever the inputs are. */
  readonly predicate?: true;
  /** The dtypes that it takes, where not all numbers. */
  readonly operands?: "bool" | "integer";
  /** Whether the second input may be of another dtype than the first, which the output has. */
  readonly mixed?: true;
  /** Whether bounds stay bounds: the result grows with each non-negative input. */
  readonly growing?: true;
  readonly float?: (a: number, b: number) => number;
  /** undefined where the result is not defined (a division by zero). */
  readonly integer?: (a: bigint, b: bigint, dtype: DType) => bigint | undefined;
  /** Of elements that are compared: numbers, integers and strings alike. */
  readonly test?: (a: Scalar, b: Scalar) => boolean;
  /** The same of numbers that are known within bounds. */
  readonly decide?: Decision;
}

const COMPARE: Work = { compare: 1 };
const LOGIC: Work = { logic: 1 };

/** Every element-wise function of two or more inputs, by name. */
export const ELEMENTWISE_FUNCTIONS: Readonly<Record<string, ElementwiseFunction>> = {
  add: { work: { add: 1 }, complexWork: { add: 2 }, many: true, growing: true, float: (a, b) => a + b, integer: (a, b) => a + b },
  sub: { work: { add: 1 }, complexWork: { add: 2 }, float: (a, b) => a - b, integer: (a, b) => a - b },
  mul: {
    work: { multiply: 1 },
    complexWork: { multiply: 4, add: 2 },
    many: true,
    growing: true,
    float: (a, b) => a * b,
    integer: (a, b) => a * b,
  },
  // (a + bi) / (c + di) = ((ac + bd) + (bc − ad)i) / (c² + d²)
  div: {
    work: { divide: 1 },
    complexWork: { multiply: 6, add: 3, divide: 2 },
    float: (a, b) => a / b,
    integer: (a, b) => (b === 0n ? undefined : a / b),
  },
  "div-no-nan": {
    work: { divide: 1, compare: 1 },
    float: (a, b) => (b === 0 ? 0 : a / b),
    integer: (a, b) => (b === 0n ? 0n : a / b),
  },
  "floor-div": { work: { divide: 1, round: 1 }, float: (a, b) => Math.floor(a / b), integer: floorDivide },
  mod: { work: { divide: 1 }, float: floorModulo, integer: floorModuloInteger },
  fmod: { work: { divide: 1 }, float: (a, b) => a % b, integer: (a, b) => (b === 0n ? undefined : a % b) },
  pow: { work: { power: 1 }, mixed: true, float: (a, b) => a ** b, integer: powerInteger },
  "squared-difference": { work: { add: 1, multiply: 1 }, float: (a, b) => (a - b) ** 2, integer: (a, b) => (a - b) * (a - b) },
  max: { work: COMPARE, many: true, growing: true, float: Math.max, integer: (a, b) => (a > b ? a : b) },
  min: { work: COMPARE, many: true, growing: true, float: Math.min, integer: (a, b) => (a < b ? a : b) },
  /** Also divides each output element once, by the number of inputs. */
  mean: { work: { add: 1 }, many: true, growing: true },
  atan2: { work: { sine: 1 }, float: Math.atan2 },
  equal: { work: COMPARE, predicate: true, test: (a, b) => a === b, decide: isEqual },
  "not-equal": { work: COMPARE, predicate: true, test: (a, b) => a !== b, decide: (a, b) => not(isEqual(a, b)) },
  less: { work: COMPARE, predicate: true, test: (a, b) => a < b, decide: isLess },
  "less-equal": { work: COMPARE, predicate: true, test: (a, b) => a <= b, decide: (a, b) => not(isLess(b, a)) },
  greater: { work: COMPARE, predicate: true, test: (a, b) => a > b, decide: (a, b) => isLess(b, a) },
  "greater-equal": { work: COMPARE, predicate: true, test: (a, b) => a >= b, decide: (a, b) => not(isLess(a, b)) },
  and: { work: LOGIC, operands: "bool", predicate: true, many: true, test: (a, b) => a !== 0 && b !== 0 },
  or: { work: LOGIC, operands: "bool", predicate: true, many: true, test: (a, b) => a !== 0 || b !== 0 },
  xor: { work: LOGIC, operands: "bool", predicate: true, test: (a, b) => (a !== 0) !== (b !== 0) },
  "bit-and": { work: LOGIC, operands: "integer", integer: (a, b) => a & b },
  "bit-or": { work: LOGIC, operands: "integer", integer: (a, b) => a | b },
  "bit-xor": { work: LOGIC, operands: "integer", integer: (a, b) => a ^ b },
  "shift-left": { work: LOGIC, operands: "integer", mixed: true, integer: (a, b, dtype) => (inWidth(b, dtype) ? a << b : undefined) },
  "shift-right": { work: LOGIC, operands: "integer", mixed: true, integer: (a, b, dtype) => (inWidth(b, dtype) ? a >> b : undefined) },
};

function floorDivide(a: bigint, b: bigint): bigint | undefined {
  if (b === 0n) return undefined;
  return a % b !== 0n && a < 0n !== b < 0n ? a / b - 1n : a / b;
}

/** The remainder that has the divisor's sign. */
function floorModulo(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

function floorModuloInteger(a: bigint, b: bigint): bigint | undefined {
  if (b === 0n) return undefined;
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

/** a^b modulo 2^64, which holds whatever integers wrap into; a negative power truncates towards zero. */
function powerInteger(a: bigint, b: bigint): bigint | undefined {
  if (b < 0n) return a === 0n ? undefined : a === 1n ? 1n : a === -1n ? (b % 2n === 0n ? 1n : -1n) : 0n;
  let result = 1n;
  for (let square = a, left = b; left > 0n; left >>= 1n) {
    if (left & 1n) result = BigInt.asIntN(64, result * square);
    square = BigInt.asIntN(64, square * square);
  }
  return result;
}

function inWidth(shift: bigint, dtype: DType): boolean {
  return shift >= 0n && shift < BigInt(bitsOf(dtype)!);
}
