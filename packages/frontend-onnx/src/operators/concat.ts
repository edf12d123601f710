import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { required } from "../setting.ts";

/** ai.onnx Concat, since version 1; in version 1 `axis` is 1 where it is left out. https://onnx.ai/onnx/operators/onnx__Concat.html */
export const concatOperator: OnnxOperator = defineOnnxOperator({
  operator: "Concat",
  inputs: { inputs: "tensors" },
  translate: ({ node, inputs: { inputs }, add }) =>
    add("concat", inputs, { axis: required(node.int("axis") ?? (node.version < 4 ? 1 : undefined), "axis") }),
});
