import { defineTfjsLayers, type TfjsLayer } from "../layer-translator.ts";

/** Layers that drop elements when training. https://keras.io/api/layers/regularization_layers/ */
export const dropoutLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { Dropout: 0.5, SpatialDropout1D: 0.5, SpatialDropout2D: 0.5, SpatialDropout3D: 0.5, AlphaDropout: 0.5, GaussianDropout: 0.5 },
  translate: ({ layer: { config }, inputs, add }, fallback) =>
    add("dropout", inputs.slice(0, 1), { rate: config.at("rate").number(fallback) }),
});

/** Layers that hand their input on when the network is not trained. */
export const trainingLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { GaussianNoise: undefined, ActivityRegularization: undefined, Identity: undefined },
  translate: ({ inputs, add }) => add("identity", inputs.slice(0, 1)),
});
