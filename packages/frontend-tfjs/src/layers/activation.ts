import { check } from "@modelgauge/core";
import { activationName, addActivation } from "../keras/fused-activation.ts";
import { defineTfjsLayer, defineTfjsLayers, type TfjsLayer } from "../layer-translator.ts";
import { axesOf } from "../keras/config.ts";

/** Keras Activation: a function by its name. https://keras.io/api/layers/activations/ */
export const activationLayers: TfjsLayer = defineTfjsLayer({
  className: "Activation",
  translate(context) {
    const [x] = context.inputs;
    check(x !== undefined, "takes one input");
    addActivation(context, activationName(context.layer.config.at("activation")), x);
  },
});

/** Activation layers that are one function each. */
export const functionLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { LeakyReLU: "leaky-relu", ELU: "elu", ThresholdedReLU: "thresholded-relu" },
  translate: ({ inputs, add }, name) => add("activation", inputs, { function: name }),
});

/** Keras ReLU: with an upper bound it clips, with a slope it leaks. https://keras.io/api/layers/activation_layers/relu/ */
export const reluLayer: TfjsLayer = defineTfjsLayer({
  className: "ReLU",
  translate({ layer: { config }, inputs, step, add }) {
    const greatest = config.has("max_value") ? config.at("max_value").number() : undefined;
    const slope = config.at("negative_slope").number(0);
    const threshold = config.at("threshold").number(0);
    const name = slope !== 0 ? "leaky-relu" : threshold !== 0 ? "thresholded-relu" : "relu";
    if (greatest === undefined) return add("activation", inputs, { function: name });
    if (name === "relu")
      return add("activation", inputs, greatest === 6 ? { function: "relu6" } : { function: "clip", minimum: 0, maximum: greatest });
    const [below] = step(name, "activation", inputs, { function: name });
    add("activation", [below], { function: "clip", maximum: greatest });
  },
});

/** Keras PReLU: a trained slope for each position, but for the axes that share one. */
export const preluLayer: TfjsLayer = defineTfjsLayer({
  className: "PReLU",
  translate({ layer: { config }, inputs: [x], weight, add }) {
    check(x !== undefined, "takes one input");
    const shared = axesOf(config.at("shared_axes"), []);
    const slopeShape = x.shape.slice(1).map((size, axis) => (shared.includes(axis + 1) ? 1 : size));
    add("prelu", [x], { slopeShape }, { weights: [weight("alpha", slopeShape)] });
  },
});

/** Keras Softmax along one axis or several. */
export const softmaxLayer: TfjsLayer = defineTfjsLayer({
  className: "Softmax",
  translate: ({ layer: { config }, inputs, add }) => add("softmax", inputs.slice(0, 1), { axes: axesOf(config.at("axis"), [-1]) }),
});
