import { check } from "@modelgauge/core";
import type { OnnxNode } from "../../onnx-node.ts";

/** The labels that a classifier has: how many, and of which dtype. */
export interface ClassLabels {
  readonly count: number;
  readonly dtype: "int64" | "string";
}

/**
 * Reads the labels from `classlabels_ints` (or `classlabels_int64s`) or `classlabels_strings`.
 *
 * @throws ModelGaugeError `invalid-layer` when none of them is there
 */
export function classLabels(node: OnnxNode): ClassLabels {
  const strings = node.strings("classlabels_strings");
  if (strings !== undefined && strings.length > 0) return { count: strings.length, dtype: "string" };
  const ints = node.ints("classlabels_ints") ?? node.ints("classlabels_int64s");
  check(ints !== undefined && ints.length > 0, "there are no class labels");
  return { count: ints.length, dtype: "int64" };
}
