import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx CumSum, since version 11, and CumProd, since version 26. Where the axis is not known, the work is at most that of the longest.
 * https://onnx.ai/onnx/operators/onnx__CumSum.html
 */
export const cumulativeOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: { CumSum: "sum", CumProd: "prod" },
  inputs: { x: "tensor", axis: "setting" },
  translate: ({ node, inputs: { x, axis }, add, undescribed }, name) => {
    const known = axis.number ?? (x.rank === 1 ? 0 : undefined);
    // Its values would be followed along the wrong axis.
    if (known === undefined && x.values !== undefined) return undescribed("the axis that it follows is not known");
    const along = known ?? x.shape.indexOf(Math.max(...x.shape));
    add(
      "cumulative",
      [x],
      { function: name, axis: along, exclusive: node.flag("exclusive") ?? false, reverse: node.flag("reverse") ?? false },
      known === undefined ? { status: "at-most" } : {},
    );
  },
});
