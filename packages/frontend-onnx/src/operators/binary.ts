import { aligned } from "../broadcast-before-7.ts";
import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";

/** ONNX operator → function of the layer type `elementwise`; what only attributes tell apart stands in files of its own. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  Add: "add",
  And: "and",
  BitwiseAnd: "bit-and",
  BitwiseOr: "bit-or",
  BitwiseXor: "bit-xor",
  Div: "div",
  Equal: "equal",
  Greater: "greater",
  GreaterOrEqual: "greater-equal",
  Less: "less",
  LessOrEqual: "less-equal",
  Mul: "mul",
  Or: "or",
  Pow: "pow",
  Sub: "sub",
  Xor: "xor",
};

/** ai.onnx operators that compute an element of two, all versions. https://onnx.ai/onnx/operators/ */
export const binaryOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: FUNCTIONS,
  inputs: { a: "tensor", b: "tensor" },
  translate: (context, name) => {
    const { a, b } = context.inputs;
    context.add("elementwise", [a, aligned(a, b, context)], { function: name });
  },
});
