import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { classLabels } from "./class-labels.ts";

/** ai.onnx.ml ZipMap, since version 1. https://onnx.ai/onnx/operators/onnx_aionnxml_ZipMap.html */
export const zipMapOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "ZipMap",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => add("zip-map", [x], { key: classLabels(node).dtype }),
});
