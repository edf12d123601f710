import { check, isInteger } from "@modelgauge/core";
import { defineTfjsLayer, type TfjsLayer } from "../layer-translator.ts";

/** Keras Embedding. Indices in a floating-point dtype are converted first. https://keras.io/api/layers/core_layers/embedding/ */
export const embeddingLayer: TfjsLayer = defineTfjsLayer({
  className: "Embedding",
  translate({ layer: { config }, inputs: [x], weight, step, add }) {
    check(x !== undefined, "takes one input");
    const vocabulary = config.at("input_dim").integer();
    const units = config.at("output_dim").integer();
    const [indices] = isInteger(x.dtype) ? [x] : step("indices", "cast", [x], { dtype: "int32" });
    add("embedding", [indices], { vocabulary, units }, { weights: [weight("embeddings", [vocabulary, units])] });
  },
});
