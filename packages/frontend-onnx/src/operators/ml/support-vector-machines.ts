import type { OnnxNode } from "../../onnx-node.ts";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { classLabels } from "./class-labels.ts";
import { postTransform } from "./post-transform.ts";

const KERNELS = { LINEAR: "linear", POLY: "polynomial", RBF: "rbf", SIGMOID: "sigmoid" } as const;

/** Support vectors and what weights them; the parameters of the kernel are chosen. */
const TRAINED = { support_vectors: "weight", coefficients: "weight", prob_a: "weight", rho: "bias", prob_b: "bias" } as const;

/**
 * ai.onnx.ml SVMClassifier, since version 1. Without support vectors it is a linear model. With them each pair of classes has a score;
 * there are two for two classes, and one a class where `prob_a` makes probabilities of them.
 * https://onnx.ai/onnx/operators/onnx_aionnxml_SVMClassifier.html
 */
export const svmClassifierOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "SVMClassifier",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add, trained }) => {
    const weights = trained(TRAINED);
    const { count, dtype } = classLabels(node);
    const vectors = (node.ints("vectors_per_class") ?? []).reduce((sum, each) => sum + each, 0);
    const shared = { labels: dtype, postTransform: postTransform(node) };
    if (vectors === 0) return add("linear-model", [x], { targets: count, intercepts: true, ...shared }, { weights });
    const isCalibrated = (node.floats("prob_a")?.length ?? 0) > 0;
    const targets = isCalibrated || count <= 2 ? count : (count * (count - 1)) / 2;
    add("svm", [x], { kernel: kernel(node), vectors, weights: Math.max(1, count - 1), targets, ...shared }, { weights });
  },
});

/**
 * ai.onnx.ml SVMRegressor, since version 1: without support vectors it is a linear model.
 * https://onnx.ai/onnx/operators/onnx_aionnxml_SVMRegressor.html
 */
export const svmRegressorOperator: OnnxOperator = defineOnnxOperator({
  domain: "ai.onnx.ml",
  operator: "SVMRegressor",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add, trained }) => {
    const weights = trained(TRAINED);
    const vectors = node.int("n_supports") ?? 0;
    const shared = { targets: 1, postTransform: postTransform(node) };
    if (vectors === 0) return add("linear-model", [x], { intercepts: true, ...shared }, { weights });
    add("svm", [x], { kernel: kernel(node), vectors, ...shared }, { weights });
  },
});

function kernel(node: OnnxNode): string {
  return KERNELS[node.word("kernel_type", ["LINEAR", "POLY", "RBF", "SIGMOID"]) ?? "LINEAR"];
}
