import { bitsOf, isFloat, resolveAxis, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";

/**
 * SimplifiedLayerNormalization, root-mean-square normalisation over `axis` (default −1) and all after it: ONNX Runtime has it in the
 * domain of ai.onnx. The output has the dtype of the scale.
 */
export const simplifiedLayerNormalizationOperator: OnnxOperator = defineOnnxOperator({
  operator: "SimplifiedLayerNormalization",
  inputs: { x: "tensor", scale: "weight" },
  translate: ({ node, inputs: { x, scale }, step, add }) => {
    const first = resolveAxis(node.int("axis") ?? -1, x.rank);
    const statistics = node.hasOutput(1);
    const axes = Array.from({ length: x.rank - first }, (_, offset) => first + offset);
    const attributes = { kind: "rms", axes, statistics, statisticsDtype: "float32" };
    const converts = scale.dtype !== x.dtype && isFloat(scale.dtype) && bitsOf(scale.dtype)! >= 16;
    if (!converts) return add("layer-norm", [x], attributes, { outputs: statistics ? [0, 1] : [0] });
    const options = { count: statistics ? 2 : 1, outputs: [undefined, 1] };
    const [normalised] = step("norm", "layer-norm", [x], attributes, options) as [Operand];
    add("cast", [normalised], { dtype: scale.dtype }, { outputs: [0] });
  },
});
