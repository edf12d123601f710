import { product } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";

/**
 * ai.onnx.ml ArrayFeatureExtractor, since version 1: takes elements of the last dimension; a vector is one row.
 * https://onnx.ai/onnx/operators/onnx_aionnxml_ArrayFeatureExtractor.html
 */
export const arrayFeatureExtractorOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "ArrayFeatureExtractor",
  inputs: { x: "tensor", y: "setting" },
  translate: ({ inputs: { x, y }, add, step }) => {
    const [rows] = x.rank > 1 ? [x] : step("row", "reshape", [x], { shape: [1, product(x.shape)] });
    const [indices] = y.rank === 1 ? [y] : step("indices", "reshape", [y], { shape: [product(y.shape)] });
    add("gather", [rows, indices], { axis: -1 });
  },
});
