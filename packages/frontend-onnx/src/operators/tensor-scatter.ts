import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx TensorScatter, since version 24. https://onnx.ai/onnx/operators/onnx__TensorScatter.html */
export const tensorScatterOperator: OnnxOperator = defineOnnxOperator({
  operator: "TensorScatter",
  inputs: { past: "tensor", update: "tensor", positions: "setting?" },
  translate: ({ node, inputs: { past, update, positions }, add }) =>
    add("tensor-scatter", [past, update, positions], { axis: node.int("axis") ?? -2 }),
});
