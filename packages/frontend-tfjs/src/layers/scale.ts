import { check, operandOf } from "@modelgauge/core";
import { defineTfjsLayer, type TfjsLayer } from "../layer-translator.ts";
import { ofOneDtype } from "./merge.ts";

/** LayerScale of Keras' ConvNeXt: a trained factor for each channel. Keras 3 saves it as `variable`. https://arxiv.org/abs/2103.17239 */
export const layerScaleLayer: TfjsLayer = defineTfjsLayer({
  className: "LayerScale",
  translate({ layer: { config }, inputs: [x], weight, add }) {
    check(x !== undefined, "takes one input");
    const factors = weight("gamma", [config.at("projection_dim").integer()], { alias: "variable" });
    add("elementwise", [x, operandOf(factors)], { function: "mul" });
  },
});

/** CustomScaleLayer of Keras' Inception-ResNet: the first input, and the second times a number. */
export const customScaleLayer: TfjsLayer = defineTfjsLayer({
  className: "CustomScaleLayer",
  translate(context) {
    const [x, residual] = ofOneDtype(context, context.inputs);
    check(context.inputs.length === 2 && x !== undefined && residual !== undefined, () => `takes 2 inputs, not ${context.inputs.length}`);
    const [scaled] = context.step("scaled", "elementwise", [residual, context.constant(residual.dtype, [])], { function: "mul" });
    context.add("elementwise", [x, scaled], { function: "add" });
  },
});
