import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Multinomial, since version 7. https://onnx.ai/onnx/operators/onnx__Multinomial.html */
export const multinomialOperator: OnnxOperator = defineOnnxOperator({
  operator: "Multinomial",
  inputs: { input: "tensor" },
  translate: ({ node, inputs: { input }, add }) =>
    add("multinomial", [input], { samples: node.int("sample_size") ?? 1, dtype: node.dtype("dtype") ?? "int32" }),
});
