import { check } from "@modelgauge/core";
import { declaredShape } from "../declared-shape.ts";
import type { OnnxNode } from "../onnx-node.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { storedTensor } from "../stored-tensor.ts";

/**
 * ai.onnx ConstantOfShape, since version 9: `value`, a tensor of one element, is a float32 zero where left out.
 * https://onnx.ai/onnx/operators/onnx__ConstantOfShape.html
 */
export const constantOfShapeOperator: OnnxOperator = defineOnnxOperator({
  operator: "ConstantOfShape",
  inputs: { shape: "setting" },
  translate: ({ node, inputs: { shape: input }, add, declared, undescribed }) => {
    const element = repeated(node);
    if (element === undefined) return undescribed("the element that it repeats is not in the file");
    const shape = input.numbers ?? declaredShape(declared(0));
    return shape === undefined
      ? undescribed("its shape is not known")
      : add("constant-fill", [], { shape, ...element }, { growsWith: [input] });
  },
});

function repeated(node: OnnxNode): { readonly dtype: string; readonly value: unknown } | undefined {
  const tensor = node.tensor("value");
  if (tensor === undefined) return { dtype: "float32", value: 0 };
  const { dtype, values } = storedTensor(tensor, "setting");
  check(values === undefined || values.length === 1, () => `attribute value has ${values?.length} elements, one is expected`);
  return values && { dtype, value: values[0] };
}
