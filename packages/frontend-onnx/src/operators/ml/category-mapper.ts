import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";

/**
 * ai.onnx.ml CategoryMapper, since version 1: from strings to integers, or back.
 * https://onnx.ai/onnx/operators/onnx_aionnxml_CategoryMapper.html
 */
export const categoryMapperOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "CategoryMapper",
  inputs: { x: "tensor" },
  translate: ({ inputs: { x }, add }) => add("lookup-table", [x], { dtype: x.dtype === "string" ? "int64" : "string" }),
});
