import { check } from "@modelgauge/core";
import { defineTfjsLayer, type TfjsLayer } from "../layer-translator.ts";

/**
 * Keras Masking: steps whose elements are all `mask_value` become zero. Each element is compared, those of a step combined, and each
 * multiplied with the result. https://keras.io/api/layers/core_layers/masking/
 */
export const maskingLayer: TfjsLayer = defineTfjsLayer({
  className: "Masking",
  translate({ inputs: [x], step, constant, add }) {
    check(x !== undefined && x.rank > 1, "takes an input with steps");
    const [differs] = step("differs", "elementwise", [x, constant(x.dtype, [])], { function: "not-equal" });
    const [kept] = step("kept", "reduce", [differs], { function: "any", axes: [-1], keepDims: true });
    const [factor] = step("factor", "cast", [kept], { dtype: x.dtype });
    add("elementwise", [x, factor], { function: "mul" });
  },
});
