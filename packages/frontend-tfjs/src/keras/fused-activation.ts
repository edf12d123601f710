import { check, type LayerRequest, type Operand } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";
import type { AddOptions } from "../layer-emitter.ts";
import type { TfjsLayerContext } from "../layer-translator.ts";
import { quoted } from "../malformed.ts";
import { addGatedLinearUnit, addSparsemax } from "./composed-activation.ts";

/** A layer that an activation function is. */
interface ActivationLayer {
  readonly type: string;
  readonly attributes: LayerRequest["attributes"];
}

/** Keras' names of functions → those of the layer type `activation`. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  relu: "relu",
  relu6: "relu6",
  leaky_relu: "leaky-relu",
  elu: "elu",
  selu: "selu",
  celu: "celu",
  sigmoid: "sigmoid",
  hard_sigmoid: "hard-sigmoid",
  log_sigmoid: "log-sigmoid",
  softplus: "softplus",
  softsign: "softsign",
  tanh: "tanh",
  tanh_shrink: "tanh-shrink",
  hard_shrink: "shrink",
  soft_shrink: "shrink",
  exponential: "exp",
  exp: "exp",
  gelu: "gelu",
  gelu_new: "gelu-tanh",
  swish: "swish",
  silu: "swish",
  hard_swish: "hard-swish",
  hard_silu: "hard-swish",
  mish: "mish",
  squareplus: "squareplus",
  sparse_plus: "sparse-plus",
  sparse_sigmoid: "hard-sigmoid",
  threshold: "thresholded-relu",
};

/**
 * Name of an activation function as Keras writes it, `linear` where there is none: `"relu"`, or an object of Keras 2 or 3 that holds the
 * name.
 */
export function activationName(value: JsonValue): string {
  if (!value.isPresent) return "linear";
  if (!value.isObject) return snakeCase(value.text());
  const { config } = { config: value.at("config") };
  // { "class_name": "function", "config": "gelu" }; an activation layer's class (LeakyReLU) is the function's name.
  return snakeCase(typeof config.value === "string" ? config.text() : value.at("class_name").text());
}

/** The layer that an activation function is; undefined for `linear`, and where it is not known. */
export function activationLayer(name: string): ActivationLayer | undefined {
  if (name === "softmax") return { type: "softmax", attributes: {} };
  if (name === "log_softmax") return { type: "softmax", attributes: { function: "log-softmax" } };
  if (name === "hard_tanh") return { type: "activation", attributes: { function: "clip", minimum: -1, maximum: 1 } };
  return Object.hasOwn(FUNCTIONS, name) ? { type: "activation", attributes: { function: FUNCTIONS[name] } } : undefined;
}

/** Adds a layer and the activation function that the configuration joins to it. */
export function addActivated(
  context: TfjsLayerContext,
  type: string,
  inputs: readonly (Operand | undefined)[],
  attributes: LayerRequest["attributes"],
  options: Omit<AddOptions, "outputs"> = {},
): void {
  const name = activationName(context.layer.config.at("activation"));
  if (name === "linear") return context.add(type, inputs, attributes, options);
  const [before] = context.step(type, type, inputs, attributes, options);
  check(before !== undefined, "has no output");
  addActivation(context, name, before);
}

/** Adds the layer of an activation function. */
export function addActivation(context: TfjsLayerContext, name: string, x: Operand): void {
  if (name === "linear") return context.add("identity", [x]);
  if (name === "glu") return addGatedLinearUnit(context, x, -1);
  if (name === "sparsemax") return addSparsemax(context, x, -1);
  const layer = activationLayer(name);
  if (layer === undefined) return context.undescribed(`the activation function ${quoted(name)} is not known`, [x.type]);
  context.add(layer.type, [x], layer.attributes);
}

/** `hardSigmoid`, `LeakyReLU`, `SiLU` → `hard_sigmoid`, `leaky_relu`, `silu`. */
function snakeCase(name: string): string {
  const known = name.replace(/ReLU/g, "Relu").replace(/SiLU/g, "Silu").replace(/GELU/g, "Gelu").replace(/ELU$/g, "Elu");
  return known.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}
