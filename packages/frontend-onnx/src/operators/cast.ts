import { type DType, isDType, check } from "@modelgauge/core";
import type { OnnxNode } from "../onnx-node.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { required } from "../setting.ts";

/** ai.onnx Cast, since version 1; before version 6 `to` is the name of a type. https://onnx.ai/onnx/operators/onnx__Cast.html */
export const castOperator: OnnxOperator = defineOnnxOperator({
  operator: "Cast",
  inputs: { input: "tensor" },
  passes: true,
  translate: ({ node, inputs: { input }, add }) =>
    add("cast", [input], { dtype: node.version < 6 ? namedType(node) : required(node.dtype("to"), "to") }),
});

function namedType(node: OnnxNode): DType {
  const name = required(node.string("to"), "to");
  const dtype = name === "FLOAT" ? "float32" : name === "DOUBLE" ? "float64" : name.toLowerCase();
  check(isDType(dtype), () => `attribute to is "${name.slice(0, 80)}", which is no element type`);
  return dtype;
}
