import { check, contribute, defineLayerType, definePlugin, LAYER_TYPES, type Plugin, product } from "@modelgauge/core";
import { defineTfjsLayer, defineTfjsOp, TFJS_LAYERS, TFJS_OPS } from "@modelgauge/frontend-tfjs";
import { z } from "zod";

/** x × sigmoid(x · w): every channel is weighed by all channels. x: […, channels]. */
const gate = defineLayerType({
  type: "acme-gate",
  attributes: z.strictObject({}),
  inputs: { x: "tensor" },
  describe({ inputs: { x } }) {
    check(x.shape.length > 0, "x is a scalar, which has no channels");
    const elements = product(x.shape);
    const work = { mac: elements * x.shape.at(-1)!, exp: elements, add: elements, divide: elements, multiply: elements };
    return { outputs: [{ dtype: x.dtype, shape: x.shape }], work };
  },
});

/** The Keras layer Gate, as a Layers model holds it. Its weight is found in the manifest by the layer's name. */
const gateLayer = defineTfjsLayer({
  className: "Gate",
  translate: ({ inputs: [x], weight, add }) =>
    add("acme-gate", [x], {}, { weights: [weight("kernel", [x!.shape.at(-1)!, x!.shape.at(-1)!])] }),
});

/** The operation AcmeGate, as a graph model holds it. What its inputs are decides what stored tensors count as. */
const gateOp = defineTfjsOp({
  op: "AcmeGate",
  inputs: { x: "tensor", kernel: "weight" },
  translate: ({ inputs: { x }, add }) => add("acme-gate", [x]),
});

const plugin: Plugin = definePlugin(
  "acme",
  contribute(LAYER_TYPES, gate),
  contribute(TFJS_LAYERS, gateLayer),
  contribute(TFJS_OPS, gateOp),
);
export default plugin;
