import type { Work } from "@modelgauge/core";
import { roundToEven } from "../values/floats.ts";

/** Bounds of `clip`. */
export interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
}

/** What an element-wise function of one input is. */
export interface ActivationFunction {
  /** Work of one element. */
  readonly work: Work;
  /** Work of a complex element, in real operations, where it is known. */
  readonly complexWork?: Work;
  /** The dtypes that it takes, where not all numbers. */
  readonly operands?: "bool" | "integer" | "real";
  /** Whether the output is bool. */
  readonly predicate?: true;
  /** Whether bounds stay bounds: the result grows with a non-negative input. */
  readonly growing?: true;
  /** The function of a number, for constants; left out where only its cost matters. */
  readonly float?: (x: number, bounds: Bounds) => number;
  /** The function of an integer. */
  readonly integer?: (x: bigint, bounds: Bounds) => bigint;
}

const ROUNDING = { work: { round: 1 }, growing: true, integer: (x: bigint) => x } as const;

/** The functions by name, with the work of their definition. Approximate and exact variants are functions of their own. */
export const ACTIVATION_FUNCTIONS: Readonly<Record<string, ActivationFunction>> = {
  relu: { work: { compare: 1 }, growing: true, float: (x) => Math.max(0, x), integer: (x) => (x < 0n ? 0n : x) },
  relu6: { work: { compare: 2 }, growing: true, float: (x) => Math.min(6, Math.max(0, x)) },
  "leaky-relu": { work: { compare: 1, multiply: 1 } },
  "thresholded-relu": { work: { compare: 1 } },
  clip: {
    work: { compare: 2 },
    growing: true,
    float: (x, { minimum, maximum }) => Math.min(maximum, Math.max(minimum, x)),
    integer: (x, { minimum, maximum }) => (x > maximum ? BigInt(Math.floor(maximum)) : x < minimum ? BigInt(Math.ceil(minimum)) : x),
  },
  /** α·x + β. */
  affine: { work: { multiply: 1, add: 1 } },
  elu: { work: { compare: 1, exp: 1, add: 1, multiply: 1 } },
  selu: { work: { compare: 1, exp: 1, add: 1, multiply: 2 } },
  celu: { work: { compare: 2, exp: 1, add: 2, multiply: 1, divide: 1 } },
  sigmoid: { work: { exp: 1, add: 1, divide: 1 } },
  "log-sigmoid": { work: { exp: 1, add: 1, log: 1 } },
  "hard-sigmoid": { work: { multiply: 1, add: 1, compare: 2 } },
  "hard-swish": { work: { multiply: 2, add: 1, compare: 2 } },
  swish: { work: { exp: 1, add: 1, divide: 1, multiply: 1 } },
  mish: { work: { exp: 1, add: 1, log: 1, tanh: 1, multiply: 1 } },
  gelu: { work: { erf: 1, multiply: 3, add: 1 } },
  "gelu-tanh": { work: { tanh: 1, multiply: 6, add: 2 } },
  "quick-gelu": { work: { exp: 1, add: 1, divide: 1, multiply: 2 } },
  softplus: { work: { exp: 1, add: 1, log: 1 } },
  /** (x + √(x² + 4)) / 2. */
  squareplus: { work: { multiply: 1, add: 2, sqrt: 1, divide: 1 } },
  /** 0 up to −1, x from 1 on, (x + 1)² / 4 between. */
  "sparse-plus": { work: { compare: 2, add: 1, multiply: 2 } },
  softsign: { work: { add: 2, divide: 1 } },
  shrink: { work: { compare: 2, add: 1 } },
  tanh: { work: { tanh: 1 }, growing: true, float: Math.tanh },
  "scaled-tanh": { work: { tanh: 1, multiply: 2 } },
  "tanh-shrink": { work: { tanh: 1, add: 1 } },
  abs: {
    work: { add: 1 },
    operands: "real",
    growing: true,
    float: Math.abs,
    integer: (x) => (x < 0n ? -x : x),
  },
  neg: { work: { add: 1 }, complexWork: { add: 2 }, float: (x) => -x, integer: (x) => -x },
  sign: { work: { compare: 1 }, growing: true, float: Math.sign, integer: (x) => (x < 0n ? -1n : x > 0n ? 1n : 0n) },
  floor: { ...ROUNDING, float: Math.floor },
  ceil: { ...ROUNDING, float: Math.ceil },
  /** To the nearest integer, halves to the even one. */
  round: { ...ROUNDING, float: roundToEven },
  truncate: { ...ROUNDING, float: Math.trunc },
  reciprocal: { work: { divide: 1 }, float: (x) => 1 / x },
  square: { work: { multiply: 1 }, growing: true, float: (x) => x * x, integer: (x) => x * x },
  sqrt: { work: { sqrt: 1 }, growing: true, float: Math.sqrt },
  rsqrt: { work: { sqrt: 1, divide: 1 }, float: (x) => 1 / Math.sqrt(x) },
  exp: { work: { exp: 1 }, growing: true, float: Math.exp },
  expm1: { work: { exp: 1, add: 1 }, growing: true, float: Math.expm1 },
  log: { work: { log: 1 }, growing: true, float: Math.log },
  log1p: { work: { log: 1, add: 1 }, growing: true, float: Math.log1p },
  erf: { work: { erf: 1 } },
  sin: { work: { sine: 1 }, float: Math.sin },
  cos: { work: { sine: 1 }, float: Math.cos },
  tan: { work: { sine: 1 }, float: Math.tan },
  asin: { work: { sine: 1 }, float: Math.asin },
  acos: { work: { sine: 1 }, float: Math.acos },
  atan: { work: { sine: 1 }, float: Math.atan },
  sinh: { work: { exp: 2, add: 1, divide: 1 }, float: Math.sinh },
  cosh: { work: { exp: 2, add: 1, divide: 1 }, float: Math.cosh },
  asinh: { work: { multiply: 1, add: 2, sqrt: 1, log: 1 }, float: Math.asinh },
  acosh: { work: { multiply: 1, add: 2, sqrt: 1, log: 1 }, float: Math.acosh },
  atanh: { work: { add: 2, divide: 1, log: 1, multiply: 1 }, float: Math.atanh },
  not: { work: { logic: 1 }, operands: "bool", float: (x) => (x === 0 ? 1 : 0) },
  "bitwise-not": { work: { logic: 1 }, operands: "integer", integer: (x) => ~x },
  "is-nan": { work: { compare: 1 }, predicate: true, float: (x) => (Number.isNaN(x) ? 1 : 0), integer: () => 0n },
  /** Of either sign. */
  "is-inf": { work: { compare: 1 }, predicate: true, float: (x) => (Math.abs(x) === Infinity ? 1 : 0), integer: () => 0n },
  "is-finite": { work: { compare: 1 }, predicate: true, float: (x) => (Number.isFinite(x) ? 1 : 0), integer: () => 1n },
};
