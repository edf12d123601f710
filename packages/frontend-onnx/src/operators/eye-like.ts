import { check, formatShape } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx EyeLike, since version 9. https://onnx.ai/onnx/operators/onnx__EyeLike.html */
export const eyeLikeOperator: OnnxOperator = defineOnnxOperator({
  operator: "EyeLike",
  inputs: { input: "tensor" },
  translate: ({ node, inputs: { input }, add }) => {
    check(input.rank === 2, () => `the input is ${formatShape(input.shape)}, not a matrix`);
    const [rows, columns] = input.shape;
    add("eye", [], { rows, columns, diagonal: node.int("k") ?? 0, dtype: node.dtype("dtype") ?? input.dtype });
  },
});
