import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx Trilu, since version 14: keeps the triangle from diagonal `k` upwards, or, without `upper`, downwards.
 * https://onnx.ai/onnx/operators/onnx__Trilu.html
 */
export const triluOperator: OnnxOperator = defineOnnxOperator({
  operator: "Trilu",
  inputs: { input: "tensor", k: "setting?" },
  translate: ({ node, inputs: { input, k }, add, undescribed }) => {
    const diagonal = k === undefined ? 0 : k.number;
    if (diagonal === undefined && input.values !== undefined) return undescribed("the diagonal that it begins at is not known");
    add("triangular", [input], diagonal === undefined ? {} : { [(node.flag("upper") ?? true) ? "from" : "to"]: diagonal });
  },
});
