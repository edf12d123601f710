import { declaredShape } from "../declared-shape.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx DFT, since version 17; `axis` is an attribute (default 1) before version 20, and an input (default −2) since. The last dimension
 * holds real and imaginary parts, or real numbers alone. https://onnx.ai/onnx/operators/onnx__DFT.html
 */
export const dftOperator: OnnxOperator = defineOnnxOperator({
  operator: "DFT",
  inputs: { x: "tensor", length: "setting?", axis: "setting?" },
  translate: ({ node, inputs: { x, length, axis: input }, add, declared, undescribed }) => {
    const axis = node.int("axis") ?? (input === undefined ? (node.version < 20 ? 1 : -2) : input.number);
    if (axis === undefined) return undescribed("the axis that it transforms is not known");
    const onesided = node.flag("onesided") ?? false;
    const inverse = node.flag("inverse") ?? false;
    const attributes = { axis, inverse, output: onesided ? (inverse ? "real" : "half") : "full", pairs: true };
    if (length === undefined) return add("fft", [x], attributes);
    const points = length.number ?? (onesided && !inverse ? undefined : declaredShape(declared(0))?.at(axis));
    return points === undefined
      ? undescribed("the length of its transform is not known")
      : add("fft", [x], { ...attributes, length: points });
  },
});
