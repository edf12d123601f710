import type { DType, Operand } from "@modelgauge/core";
import type { OnnxNode } from "../../onnx-node.ts";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { storedTensor } from "../../stored-tensor.ts";

/**
 * ai.onnx.ml LabelEncoder, since version 1: before version 2 from strings to their places in a list, or back; since then from keys to
 * values. https://onnx.ai/onnx/operators/onnx_aionnxml_LabelEncoder.html
 */
export const labelEncoderOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "LabelEncoder",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => add("lookup-table", [x], { dtype: valueType(node, x) }),
});

function valueType(node: OnnxNode, x: Operand): DType {
  if (node.has("classes_strings")) return x.dtype === "string" ? "int64" : "string";
  const tensor = node.tensor("values_tensor");
  if (tensor !== undefined) return storedTensor(tensor, "setting").dtype;
  const listed = (
    [
      ["values_strings", "string"],
      ["values_int64s", "int64"],
      ["values_floats", "float32"],
    ] as const
  ).find(([name]) => node.has(name));
  return required(listed, "values_tensor")[1];
}
