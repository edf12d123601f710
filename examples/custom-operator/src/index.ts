import { check, contribute, defineLayerType, definePlugin, LAYER_TYPES, type Plugin, product } from "@modelgauge/core";
import { defineOnnxOperator, ONNX_OPERATORS } from "@modelgauge/frontend-onnx";
import { z } from "zod";

/** down(silu(gate(x)) × up(x)): three products without biases. x: […, features]. */
const gatedMlp = defineLayerType({
  type: "acme-gated-mlp",
  attributes: z.strictObject({ hidden: z.int().min(1) }),
  inputs: { x: "tensor" },
  describe({ attributes: { hidden }, inputs: { x } }) {
    check(x.shape.length > 0, "x is a scalar, which has no features");
    const gates = product(x.shape.slice(0, -1)) * hidden;
    const work = { mac: 3 * hidden * product(x.shape), exp: gates, add: gates, divide: gates, multiply: 2 * gates };
    return { outputs: [{ dtype: x.dtype, shape: x.shape }], work };
  },
});

/** com.acme GatedMlp: gate and up [features, hidden], down [hidden, features]. */
const gatedMlpOperator = defineOnnxOperator({
  domain: "com.acme",
  operator: "GatedMlp",
  inputs: { x: "tensor", gate: "weight", up: "weight", down: "weight" },
  translate: ({ inputs: { x, gate }, add }) => add("acme-gated-mlp", [x], { hidden: gate.shape[1] }),
});

const plugin: Plugin = definePlugin("acme", contribute(LAYER_TYPES, gatedMlp), contribute(ONNX_OPERATORS, gatedMlpOperator));
export default plugin;
