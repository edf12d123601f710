import { layoutOfNode } from "../graph/image-window.ts";
import { defineTfjsOp, defineTfjsOps, type TfjsOp } from "../op-translator.ts";

/** FusedBatchNorm: with the statistics that it is given, as TensorFlow.js runs it. */
export const fusedBatchNormOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { FusedBatchNorm: undefined, FusedBatchNormV2: undefined, FusedBatchNormV3: undefined },
  inputs: { x: "tensor", scale: "weight", offset: "bias", mean: "buffer", variance: "buffer" },
  outputs: ["y", "batch_mean", "batch_variance", "reserve_space_1", "reserve_space_2", "reserve_space_3"],
  translate: ({ node, inputs: { x }, add }) => add("batch-norm", [x], { layout: layoutOfNode(node) }),
});

/** Softmax and its logarithm, along the last axis. */
export const softmaxOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { Softmax: "softmax", LogSoftmax: "log-softmax" },
  inputs: { logits: "tensor" },
  translate: ({ inputs: { logits }, add }, name) => add("softmax", [logits], { function: name }),
});

/** LRN over `depth_radius` channels on each side. */
export const lrnOp: TfjsOp = defineTfjsOp({
  op: "LRN",
  inputs: { input: "tensor" },
  translate: ({ node, inputs: { input }, add }) => add("local-response-norm", [input], { size: 2 * node.int("depth_radius", 5) + 1 }),
});
