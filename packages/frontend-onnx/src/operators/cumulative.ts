import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";

/** ai.onnx CumSum, since version 11, and CumProd, since version 26. https://onnx.ai/onnx/operators/onnx__CumSum.html */
export const cumulativeOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: { CumSum: "sum", CumProd: "prod" },
  inputs: { x: "tensor", axis: "setting" },
  translate: ({ node, inputs: { x, axis }, add, undescribed }, name) => {
    const along = axis.number;
    if (along === undefined) return undescribed("the axis that it follows is not known");
    add("cumulative", [x], {
      function: name,
      axis: along,
      exclusive: node.flag("exclusive") ?? false,
      reverse: node.flag("reverse") ?? false,
    });
  },
});
