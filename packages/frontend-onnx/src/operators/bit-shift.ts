import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { required } from "../setting.ts";

/** ai.onnx BitShift, since version 11. https://onnx.ai/onnx/operators/onnx__BitShift.html */
export const bitShiftOperator: OnnxOperator = defineOnnxOperator({
  operator: "BitShift",
  inputs: { x: "tensor", bits: "tensor" },
  translate: ({ node, inputs: { x, bits }, add }) => {
    const direction = required(node.word("direction", ["LEFT", "RIGHT"]), "direction");
    add("elementwise", [x, bits], { function: direction === "LEFT" ? "shift-left" : "shift-right" });
  },
});
