import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";
import { setting } from "../setting.ts";

/** ONNX operator → function of the layer type `reduce`. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  ReduceL1: "l1",
  ReduceL2: "l2",
  ReduceLogSum: "log-sum",
  ReduceLogSumExp: "log-sum-exp",
  ReduceMax: "max",
  ReduceMean: "mean",
  ReduceMin: "min",
  ReduceProd: "prod",
  ReduceSum: "sum",
  ReduceSumSquare: "sum-square",
};

/**
 * ai.onnx ReduceSum and its kin, since version 1; `axes` is an input since version 18 (of ReduceSum since 13). No axes reduce all of
 * them, or, with `noop_with_empty_axes`, none. https://onnx.ai/onnx/operators/onnx__ReduceSum.html
 */
export const reductionOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: FUNCTIONS,
  inputs: { data: "tensor", axes: "setting?" },
  translate: ({ node, inputs: { data, axes: input }, add, undescribed }, name) => {
    const axes = setting(input, node.ints("axes"));
    if (axes === "unknown") return undescribed("the axes that it reduces are not known");
    const keepDims = node.flag("keepdims") ?? true;
    const all = (axes === undefined || axes.length === 0) && !(node.flag("noop_with_empty_axes") ?? false);
    add("reduce", [data], { function: name, keepDims, ...(!all && { axes: axes ?? [] }) });
  },
});
