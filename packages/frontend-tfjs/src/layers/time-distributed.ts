import { check, product } from "@modelgauge/core";
import { defineTfjsLayer, type TfjsLayer } from "../layer-translator.ts";

/**
 * Keras TimeDistributed: a layer or model that handles each step alone, which is all steps of all samples as one batch.
 * https://keras.io/api/layers/recurrent_layers/time_distributed/
 */
export const timeDistributedLayer: TfjsLayer = defineTfjsLayer({
  className: "TimeDistributed",
  translate({ layer: { config }, inputs: [x], inner, step, add, undescribed }) {
    check(x !== undefined && x.rank > 2, () => `takes 3 dimensions (batch, steps, …) or more, not ${x?.rank}`);
    const [batch, steps, ...rest] = x.shape;
    const [samples] = step("as-batch", "reshape", [x], { shape: [product([batch!, steps!]), ...rest] });
    const outputs = inner(config.at("layer"), [samples!]);
    if (outputs === undefined) return undescribed("the layer inside is not described");
    outputs.forEach((output, index) => {
      add("reshape", [output], { shape: [batch!, steps!, ...output.shape.slice(1)] }, { outputs: [index] });
    });
  },
});
