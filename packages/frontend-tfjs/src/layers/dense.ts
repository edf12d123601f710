import { check } from "@modelgauge/core";
import { addActivated } from "../keras/fused-activation.ts";
import { defineTfjsLayer, type TfjsLayer } from "../layer-translator.ts";

/** Keras Dense. https://keras.io/api/layers/core_layers/dense/ */
export const denseLayer: TfjsLayer = defineTfjsLayer({
  className: "Dense",
  translate(context) {
    const { config } = context.layer;
    const [x] = context.inputs;
    check(x !== undefined && x.rank > 0, "takes an input of one dimension at least");
    const units = config.at("units").integer();
    const bias = config.at("use_bias").flag(true);
    const weights = [
      context.weight("kernel", [x.shape.at(-1)!, units]),
      ...(bias ? [context.weight("bias", [units], { role: "bias" })] : []),
    ];
    addActivated(context, "linear", [x], { units, bias }, { weights });
  },
});
