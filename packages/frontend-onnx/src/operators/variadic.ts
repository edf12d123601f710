import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";

/** ai.onnx Max, Min, Mean, Sum, since version 1. https://onnx.ai/onnx/operators/onnx__Max.html */
export const variadicOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: { Max: "max", Mean: "mean", Min: "min", Sum: "add" },
  inputs: { xs: "tensors" },
  translate: ({ inputs: { xs }, add }, name) => add("elementwise", xs, { function: name }),
});
