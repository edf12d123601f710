import type { Work } from "@modelgauge/core";

/** What an element-wise function of one input does per element. */
export interface ActivationFunction {
  readonly work: Work;
  /** Dtype of the output, where it is not the input's. */
  readonly predicate?: boolean;
  /** The function of a number, for constants; left out where only its cost matters. */
  readonly compute?: (x: number) => number;
}

const one = { multiply: 1 } as const;

/** The functions by name, with the work of their definition. Approximate and exact variants are functions of their own. */
export const ACTIVATION_FUNCTIONS: Readonly<Record<string, ActivationFunction>> = {
  relu: { work: { compare: 1 }, compute: (x) => Math.max(0, x) },
  relu6: { work: { compare: 2 }, compute: (x) => Math.min(6, Math.max(0, x)) },
  "leaky-relu": { work: { compare: 1, multiply: 1 } },
  "thresholded-relu": { work: { compare: 1 } },
  clip: { work: { compare: 2 } },
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
  softsign: { work: { add: 2, divide: 1 } },
  shrink: { work: { compare: 2, add: 1 } },
  tanh: { work: { tanh: 1 }, compute: Math.tanh },
  "tanh-shrink": { work: { tanh: 1, add: 1 } },
  abs: { work: { add: 1 }, compute: Math.abs },
  neg: { work: { add: 1 }, compute: (x) => -x },
  sign: { work: { compare: 1 }, compute: Math.sign },
  floor: { work: { round: 1 }, compute: Math.floor },
  ceil: { work: { round: 1 }, compute: Math.ceil },
  round: { work: { round: 1 } },
  truncate: { work: { round: 1 }, compute: Math.trunc },
  reciprocal: { work: { divide: 1 }, compute: (x) => 1 / x },
  square: { work: one, compute: (x) => x * x },
  sqrt: { work: { sqrt: 1 }, compute: Math.sqrt },
  rsqrt: { work: { sqrt: 1, divide: 1 }, compute: (x) => 1 / Math.sqrt(x) },
  exp: { work: { exp: 1 }, compute: Math.exp },
  expm1: { work: { exp: 1, add: 1 }, compute: Math.expm1 },
  log: { work: { log: 1 }, compute: Math.log },
  log1p: { work: { log: 1, add: 1 }, compute: Math.log1p },
  erf: { work: { erf: 1 } },
  sin: { work: { sine: 1 }, compute: Math.sin },
  cos: { work: { sine: 1 }, compute: Math.cos },
  tan: { work: { sine: 1 }, compute: Math.tan },
  asin: { work: { sine: 1 }, compute: Math.asin },
  acos: { work: { sine: 1 }, compute: Math.acos },
  atan: { work: { sine: 1 }, compute: Math.atan },
  sinh: { work: { exp: 2, add: 1, divide: 1 }, compute: Math.sinh },
  cosh: { work: { exp: 2, add: 1, divide: 1 }, compute: Math.cosh },
  asinh: { work: { multiply: 1, add: 2, sqrt: 1, log: 1 }, compute: Math.asinh },
  acosh: { work: { multiply: 1, add: 2, sqrt: 1, log: 1 }, compute: Math.acosh },
  atanh: { work: { add: 2, divide: 1, log: 1, multiply: 1 }, compute: Math.atanh },
  not: { work: { logic: 1 }, compute: (x) => (x === 0 ? 1 : 0) },
  "bitwise-not": { work: { logic: 1 } },
  "is-nan": { work: { compare: 1 }, predicate: true, compute: (x) => (Number.isNaN(x) ? 1 : 0) },
  "is-inf": { work: { compare: 1 }, predicate: true },
  "is-finite": { work: { compare: 1 }, predicate: true, compute: (x) => (Number.isFinite(x) ? 1 : 0) },
};
