import { resolveAxis } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { addChain } from "./chain.ts";
import { MICROSOFT } from "./domain.ts";
import { REQUANTIZED } from "./quantized-elementwise.ts";

/** com.microsoft QLinearReduceMean: ReduceMean of 8-bit integers. */
export const qLinearReduceMeanOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QLinearReduceMean",
  inputs: { data: "tensor", dataScale: "setting", dataZeroPoint: "setting?", scale: "setting", zeroPoint: "setting?" },
  translate: (context) => {
    const { node, inputs } = context;
    const axes = node.ints("axes");
    const attributes = { function: "mean", keepDims: node.flag("keepdims") ?? true, ...(axes && axes.length > 0 && { axes }) };
    addChain(context, inputs.data, { name: "reduce", type: "reduce", attributes }, REQUANTIZED);
  },
});

/** com.microsoft ReduceSumInteger: the sum of 8-bit integers, in 32 bits. */
export const reduceSumIntegerOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "ReduceSumInteger",
  inputs: { data: "tensor" },
  translate: ({ node, inputs: { data }, step, add }) => {
    const [widened] = step("widen", "cast", [data], { dtype: data.dtype === "uint8" ? "uint32" : "int32" });
    add("reduce", [widened], { function: "sum", axes: required(node.ints("axes"), "axes"), keepDims: node.flag("keepdims") ?? true });
  },
});

/** com.microsoft QLinearSoftmax: Softmax of 8-bit integers, of the version of ai.onnx that the attribute `opset` tells. */
export const qLinearSoftmaxOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QLinearSoftmax",
  inputs: { x: "tensor", xScale: "setting", xZeroPoint: "setting?", yScale: "setting", yZeroPoint: "setting" },
  translate: (context) => {
    const { node, inputs } = context;
    const { rank } = inputs.x;
    const axis = resolveAxis(node.int("axis") ?? -1, rank);
    const together = required(node.int("opset"), "opset") < 13 ? rank - axis : 1;
    const axes = Array.from({ length: together }, (_, offset) => axis + offset);
    addChain(context, inputs.x, { name: "softmax", type: "softmax", attributes: { axes } }, REQUANTIZED);
  },
});
