import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { classLabels } from "./class-labels.ts";
import { postTransform } from "./post-transform.ts";

const TRAINED = { coefficients: "weight", intercepts: "bias" } as const;

/**
 * ai.onnx.ml LinearClassifier, since version 1. Two classes may share one score, of which the other follows.
 * https://onnx.ai/onnx/operators/onnx_aionnxml_LinearClassifier.html
 */
export const linearClassifierOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "LinearClassifier",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add, trained }) => {
    const { count, dtype } = classLabels(node);
    const intercepts = node.floats("intercepts")?.length ?? 0;
    const computed = intercepts > 0 ? intercepts : (node.floats("coefficients")?.length ?? 0) / (x.shape.at(-1) ?? 1);
    const isShared = count === 2 && computed === 1;
    const attributes = {
      targets: count,
      ...(isShared && { computed }),
      intercepts: intercepts > 0,
      labels: dtype,
      postTransform: postTransform(node),
    };
    add("linear-model", [x], attributes, { weights: trained(TRAINED) });
  },
});

/** ai.onnx.ml LinearRegressor, since version 1. https://onnx.ai/onnx/operators/onnx_aionnxml_LinearRegressor.html */
export const linearRegressorOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "LinearRegressor",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add, trained }) => {
    const attributes = {
      targets: node.int("targets") ?? 1,
      intercepts: (node.floats("intercepts")?.length ?? 0) > 0,
      postTransform: postTransform(node),
    };
    add("linear-model", [x], attributes, { weights: trained(TRAINED) });
  },
});
