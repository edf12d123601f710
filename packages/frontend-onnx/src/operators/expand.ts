import { declaredShape } from "../declared-shape.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Expand, since version 8. https://onnx.ai/onnx/operators/onnx__Expand.html */
export const expandOperator: OnnxOperator = defineOnnxOperator({
  operator: "Expand",
  inputs: { input: "tensor", shape: "setting" },
  translate: ({ inputs: { input, shape }, add, declared, undescribed }) => {
    const target = shape.numbers ?? declaredShape(declared(0));
    return target === undefined
      ? undescribed("its target shape is not known")
      : add("expand", [input], { shape: target }, { growsWith: [shape] });
  },
});
