import type { OnnxNode } from "../../onnx-node.ts";

const WORDS = { NONE: "none", SOFTMAX: "softmax", LOGISTIC: "logistic", SOFTMAX_ZERO: "softmax-zero", PROBIT: "probit" } as const;

/** What `post_transform` names, as the layer types call it. */
export function postTransform(node: OnnxNode): string {
  return WORDS[node.word("post_transform", ["NONE", "SOFTMAX", "LOGISTIC", "SOFTMAX_ZERO", "PROBIT"]) ?? "NONE"];
}
