import { check, formatShape, type InputTensor, product, sameShape, type Shape, type Work } from "@modelgauge/core";
import { z } from "zod";

/** How the losses of single predictions come together. */
export type Reduction = "none" | "mean" | "sum";

/** The attribute `reduction`. */
export const reductionAttribute: z.ZodDefault<z.ZodEnum<{ none: "none"; mean: "mean"; sum: "sum" }>> = z
  .enum(["none", "mean", "sum"])
  .default("mean")
  .describe("how the losses of single predictions come together");

/**
 * The shape of a loss over classes: the targets' without reduction, else a scalar.
 *
 * @param x [N, C, …]: a number for each class
 * @param target [N, …]: the right class
 * @throws ModelGaugeError `invalid-layer` when the shapes do not fit together
 */
export function lossShape(x: InputTensor, target: InputTensor, reduction: Reduction): Shape {
  check(x.shape.length >= 2, () => `predictions are ${formatShape(x.shape)}: a batch and classes are expected`);
  const expected = [x.shape[0]!, ...x.shape.slice(2)];
  check(sameShape(target.shape, expected), () => `targets are ${formatShape(target.shape)}, predictions ask for ${formatShape(expected)}`);
  return reduction === "none" ? target.shape : [];
}

/**
 * Work of picking, negating, weighing and reducing: per prediction an add to negate, a multiplication by a weight; to reduce, an add
 * each after the first; for a mean a division, and where there are weights their sum.
 */
export function lossWork(target: InputTensor, reduction: Reduction, weighted: boolean): Work {
  const predictions = product(target.shape);
  const sums = reduction === "none" ? 0 : Math.max(0, predictions - 1) * (reduction === "mean" && weighted ? 2 : 1);
  return { add: predictions + sums, ...(weighted && { multiply: predictions }), ...(reduction === "mean" && { divide: 1 }) };
}
