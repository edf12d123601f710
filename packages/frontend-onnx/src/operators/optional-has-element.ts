import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx OptionalHasElement, since version 15. https://onnx.ai/onnx/operators/onnx__OptionalHasElement.html */
export const optionalHasElementOperator: OnnxOperator = defineOnnxOperator({
  operator: "OptionalHasElement",
  inputs: { input: "tensor?" },
  translate: ({ inputs: { input }, add }) => add("optional-has", [input]),
});
