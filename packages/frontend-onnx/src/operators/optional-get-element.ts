import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx OptionalGetElement, since version 15; since version 18 a value that is no optional is its own.
 * https://onnx.ai/onnx/operators/onnx__OptionalGetElement.html
 */
export const optionalGetElementOperator: OnnxOperator = defineOnnxOperator({
  operator: "OptionalGetElement",
  inputs: { input: "tensor" },
  translate: ({ inputs: { input }, add, undescribed }) => {
    const { type } = input;
    const isUnknown = type.kind === "optional" && type.present !== false && type.element === undefined;
    return isUnknown ? undescribed("nothing is known of what the optional holds") : add("optional-get", [input]);
  },
});
