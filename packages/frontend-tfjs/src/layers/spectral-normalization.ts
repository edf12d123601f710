import { check } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";
import { layoutOf } from "../keras/config.ts";
import { defineTfjsLayer, type TfjsLayer } from "../layer-translator.ts";

/**
 * Keras SpectralNormalization: the layer inside, whose kernel is divided by its largest singular value when it is trained. The vector
 * that this is found by is learnt. https://keras.io/api/layers/normalization_layers/spectral_normalization/
 */
export const spectralNormalizationLayer: TfjsLayer = defineTfjsLayer({
  className: "SpectralNormalization",
  translate({ layer: { config }, inputs: [x], inner, weight, storedShape, add, undescribed }) {
    check(x !== undefined, "takes one input");
    const wrapped = config.at("layer");
    const [output] = inner(wrapped, [x]) ?? [];
    if (output === undefined) return undescribed("the layer inside is not described");
    const vector = weight("vector_u", storedShape("vector_u") ?? [1, lastOfKernel(wrapped, x.shape)], { role: "buffer" });
    const outcome = output.dtype === x.dtype ? (["identity", {}] as const) : (["cast", { dtype: x.dtype }] as const);
    add(outcome[0], [output], outcome[1], { weights: [vector] });
  },
});

/** Last size of a layer's kernel, or table. */
function lastOfKernel(layer: JsonValue, input: readonly number[]): number {
  const config = layer.at("config");
  const className = layer.at("class_name").text();
  if (className.endsWith("Transpose")) return layoutOf(config) === "channels-first" ? input[1]! : input.at(-1)!;
  const key = ["units", "filters", "output_dim"].find((each) => config.has(each)) ?? "depth_multiplier";
  return config.at(key).integer(1);
}
