import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx StringSplit, since version 20. https://onnx.ai/onnx/operators/onnx__StringSplit.html */
export const stringSplitOperator: OnnxOperator = defineOnnxOperator({
  operator: "StringSplit",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => {
    const maxSplits = node.int("maxsplit");
    add("string-split", [x], {
      delimiter: node.string("delimiter") ?? "",
      ...(maxSplits !== undefined && maxSplits >= 0 && { maxSplits }),
    });
  },
});
