import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Shape, since version 1; `start` and `end` since version 15. https://onnx.ai/onnx/operators/onnx__Shape.html */
export const shapeOperator: OnnxOperator = defineOnnxOperator({
  operator: "Shape",
  inputs: { data: "tensor" },
  translate: ({ node, inputs: { data }, add }) => {
    const end = node.int("end");
    add("shape", [data], { start: node.int("start") ?? 0, ...(end !== undefined && { end }) });
  },
});
