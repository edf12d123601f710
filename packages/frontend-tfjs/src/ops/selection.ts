import { unknownValues } from "../graph/known-values.ts";
import { defineTfjsOp, defineTfjsOps, type TfjsOp, type TfjsOpContext } from "../op-translator.ts";

const nmsInputs = {
  boxes: "tensor",
  scores: "tensor",
  maxOutput: "setting",
  iouThreshold: "setting?",
  scoreThreshold: "setting?",
  sigma: "setting?",
} as const;

/** NonMaxSuppression: the best of boxes that overlap. Version 5 also gives out their scores. */
export const nonMaxSuppressionOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { NonMaxSuppressionV2: [0], NonMaxSuppressionV3: [0], NonMaxSuppressionV5: [0, 1, 2] },
  inputs: nmsInputs,
  outputs: ["selected_indices", "selected_scores", "valid_outputs"],
  translate: (context, outputs) => suppress(context, outputs),
});

/** NonMaxSuppressionV4: may fill its output up, and tells how many of it count. */
export const paddedNonMaxSuppressionOp: TfjsOp = defineTfjsOp({
  op: "NonMaxSuppressionV4",
  inputs: nmsInputs,
  outputs: ["selected_indices", "valid_outputs"],
  translate: (context) => suppress(context, [0, undefined, 1]),
});

/** @param outputs of the layer's indices, scores and count, which output of the node each is */
function suppress({ node, inputs, add }: TfjsOpContext<typeof nmsInputs>, outputs: readonly (number | undefined)[]): void {
  const { boxes, scores, maxOutput, iouThreshold, scoreThreshold } = inputs;
  const [most, overlap, least] = [maxOutput.number, iouThreshold?.number, scoreThreshold?.number];
  const attributes = {
    ...(most !== undefined && { maxOutput: Math.max(0, most) }),
    ...(overlap !== undefined && { iouThreshold: Math.min(overlap, Number.MAX_VALUE) }),
    // A threshold that all boxes pass is written as −∞.
    ...(least !== undefined && least > -Infinity && { scoreThreshold: Math.min(least, Number.MAX_VALUE) }),
    padded: node.flag("pad_to_max_output_size", false),
    dtype: "int32",
  };
  add("non-max-suppression", [boxes, scores], attributes, { outputs, status: most === undefined ? "at-most" : "exact" });
}

/** Where: the indices of all elements that are not zero. */
export const whereOp: TfjsOp = defineTfjsOp({
  op: "Where",
  inputs: { condition: "tensor" },
  translate: ({ inputs: { condition }, add }) => add("non-zero", [condition], { order: "elements-first", dtype: "int32" }),
});

/** ListDiff: the elements of one vector that another does not have. */
export const listDiffOp: TfjsOp = defineTfjsOp({
  op: "ListDiff",
  inputs: { x: "tensor", y: "tensor" },
  outputs: ["out", "idx"],
  translate: ({ inputs: { x, y }, add }) => add("set-difference", [x, y], { dtype: "int32" }, { outputs: [0, 1] }),
});

/** Unique and UniqueV2: the different elements or slices, and which one each is. */
export const uniqueOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { Unique: undefined, UniqueV2: undefined },
  inputs: { x: "tensor", axis: "setting?" },
  outputs: ["y", "idx"],
  translate({ inputs: { x, axis }, add, undescribed }) {
    if (axis !== undefined && axis.numbers === undefined) return undescribed(unknownValues(axis));
    const [along] = axis?.numbers ?? [];
    add("unique", [x], { ...(along !== undefined && { axis: along }), sorted: false, dtype: "int32" }, { outputs: [0, undefined, 1] });
  },
});

/** LowerBound and UpperBound: where values belong in sorted rows. */
export const searchOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { LowerBound: undefined, UpperBound: undefined },
  inputs: { sorted: "tensor", values: "tensor" },
  translate: ({ inputs: { sorted, values }, add }) => add("search-sorted", [sorted, values], { dtype: "int32" }),
});
