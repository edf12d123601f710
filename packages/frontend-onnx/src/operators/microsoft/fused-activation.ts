import { check } from "@modelgauge/core";
import type { OnnxNode } from "../../onnx-node.ts";
import { applied, type Link } from "./chain.ts";

/** Activation functions that ONNX Runtime fuses into products and convolutions, by their operators' names in lower case. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  abs: "abs",
  celu: "celu",
  clip: "clip",
  elu: "elu",
  erf: "erf",
  fastgelu: "gelu-tanh",
  gelu: "gelu",
  hardsigmoid: "hard-sigmoid",
  hardswish: "hard-swish",
  leakyrelu: "leaky-relu",
  mish: "mish",
  quickgelu: "quick-gelu",
  relu: "relu",
  selu: "selu",
  sigmoid: "sigmoid",
  silu: "swish",
  softplus: "softplus",
  softsign: "softsign",
  swish: "swish",
  tanh: "tanh",
  thresholdedrelu: "thresholded-relu",
};

/**
 * The attribute `activation`: the function that a node applies to what it computes.
 *
 * @throws ModelGaugeError `invalid-layer` when it is no function that is known
 */
export function fusedActivation(node: OnnxNode): Link | undefined {
  const word = node.string("activation")?.toLowerCase();
  if (word === undefined || word === "" || word === "none") return undefined;
  // The activations of FusedMatMulActivation include one that is no function of single elements.
  if (word === "softmax") return { name: "activation", type: "softmax", attributes: { axes: [node.int("activation_axis") ?? -1] } };
  const name = FUNCTIONS[word];
  check(name !== undefined, () => `attribute activation is "${word.slice(0, 80)}", which is no activation function`);
  return applied("activation", { function: name });
}
