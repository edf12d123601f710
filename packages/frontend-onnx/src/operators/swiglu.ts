import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx SwiGLU, since version 28: swish of one input times the other. https://onnx.ai/onnx/operators/onnx__SwiGLU.html */
export const swigluOperator: OnnxOperator = defineOnnxOperator({
  operator: "SwiGLU",
  inputs: { gate: "tensor", value: "tensor" },
  translate: ({ inputs: { gate, value }, step, add }) => {
    const [opened] = step("swish", "activation", [gate], { function: "swish" });
    add("elementwise", [opened, value], { function: "mul" });
  },
});
