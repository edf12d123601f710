import type { DType, OperationKind, Scalar, Work } from "@modelgauge/core";
import { z } from "zod";
import { ELEMENTWISE_FUNCTIONS } from "../elementwise/functions.ts";
import { type PairFunction, pairFunction } from "../elementwise/pair-function.ts";

const SCATTER_REDUCTIONS = ["none", "add", "mul", "max", "min"] as const;

/** How an update meets the element that it falls on. */
export type ScatterReduction = (typeof SCATTER_REDUCTIONS)[number];

/** The attribute that says how updates meet elements. */
export const scatterReduction: z.ZodDefault<z.ZodEnum<{ [Word in ScatterReduction]: Word }>> = z
  .enum(SCATTER_REDUCTIONS)
  .default("none")
  .describe("how an update meets the element that it falls on; none: it replaces it");

const OPERATION: Readonly<Record<ScatterReduction, OperationKind | undefined>> = {
  none: undefined,
  add: "add",
  mul: "multiply",
  max: "compare",
  min: "compare",
};

/** The work of so many updates. */
export function scatterWork(reduction: ScatterReduction, updates: number): Work {
  const operation = OPERATION[reduction];
  return operation === undefined ? {} : { [operation]: updates };
}

/** How constants of a dtype are updated; undefined where they are not. */
export function scatterFunction(reduction: ScatterReduction, dtype: DType): PairFunction | undefined {
  return reduction === "none" ? (_: Scalar, update: Scalar) => update : pairFunction(ELEMENTWISE_FUNCTIONS[reduction]!, dtype);
}
