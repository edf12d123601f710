import { check, formatShape, type OutputType, type Shape, type Work } from "@modelgauge/core";
import { z } from "zod";

/** The attribute that says whether classes are predicted, and what their labels are. */
export const labels: z.ZodOptional<z.ZodEnum<{ int64: "int64"; string: "string" }>> = z
  .enum(["int64", "string"])
  .optional()
  .describe("dtype of the labels of classes, which then are the first output; left out for a regression");

/**
 * How many samples of how many features a classical model takes: [samples, features], or [features] for one sample.
 *
 * @throws ModelGaugeError `invalid-layer` for any other shape
 */
export function samplesOf(shape: Shape): { readonly samples: number; readonly features: number } {
  check(shape.length === 1 || shape.length === 2, () => `${formatShape(shape)} is neither a row of features nor several`);
  return { samples: shape.length === 2 ? shape[0]! : 1, features: shape.at(-1)! };
}

/** Outputs of a model with so many scores for each sample: the labels, where classes are predicted, then the scores. */
export function predictions(samples: number, targets: number, dtype: "int64" | "string" | undefined): readonly OutputType[] {
  const scores = { dtype: "float32" as const, shape: [samples, targets] };
  return dtype === undefined ? [scores] : [{ dtype, shape: [samples] }, scores];
}

/** Work of finding the class with the best score. */
export function labelWork(samples: number, targets: number, dtype: "int64" | "string" | undefined): Work {
  return dtype === undefined ? {} : { compare: samples * Math.max(0, targets - 1) };
}
