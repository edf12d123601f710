import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx CastLike, since version 15. https://onnx.ai/onnx/operators/onnx__CastLike.html */
export const castLikeOperator: OnnxOperator = defineOnnxOperator({
  operator: "CastLike",
  inputs: { input: "tensor", target: "setting" },
  passes: true,
  translate: ({ inputs: { input, target }, add }) => add("cast", [input], { dtype: target.dtype }),
});
