import { check, resolveAxis, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** The most parts that a split is written out into. */
const PARTS_LIMIT = 65_536;

/**
 * ai.onnx SplitToSequence, since version 11. The input `split` holds the sizes of the parts, or, as a scalar, the size of all but the last;
 * without it the parts are of size 1, and keep the axis only with `keepdims`. https://onnx.ai/onnx/operators/onnx__SplitToSequence.html
 */
export const splitToSequenceOperator: OnnxOperator = defineOnnxOperator({
  operator: "SplitToSequence",
  inputs: { input: "tensor", split: "setting?" },
  translate: ({ node, inputs: { input, split }, add, undescribed }) => {
    const axis = resolveAxis(node.int("axis") ?? 0, input.rank);
    const sizes = partSizes(input.shape[axis]!, split);
    if (sizes === undefined) return undescribed("the sizes of the parts are not known, or too many");
    add("split-to-sequence", [input], { axis, sizes, keepDims: split !== undefined || (node.flag("keepdims") ?? true) });
  },
});

function partSizes(size: number, split: Operand | undefined): readonly number[] | undefined {
  if (split !== undefined && split.rank > 0) return split.numbers;
  const each = split === undefined ? 1 : split.number;
  if (each === undefined) return undefined;
  check(each > 0, () => `parts of size ${each} are asked for`);
  const parts = Math.ceil(size / each);
  return parts > PARTS_LIMIT ? undefined : Array.from({ length: parts }, (_, part) => Math.min(each, size - part * each));
}
