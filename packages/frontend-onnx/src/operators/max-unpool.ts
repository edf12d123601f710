import { declaredShape } from "../declared-shape.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx MaxUnpool, since version 9. https://onnx.ai/onnx/operators/onnx__MaxUnpool.html */
export const maxUnpoolOperator: OnnxOperator = defineOnnxOperator({
  operator: "MaxUnpool",
  inputs: { x: "tensor", indices: "tensor", shape: "setting?" },
  translate: ({ node, inputs: { x, indices, shape: stated }, add, declared, undescribed }) => {
    const [kernel, strides, pads] = [node.ints("kernel_shape"), node.ints("strides"), node.ints("pads")];
    const shape = stated && (stated.numbers ?? declaredShape(declared(0)));
    if (stated !== undefined && shape === undefined) return undescribed("the shape of its output is not known");
    add(
      "max-unpool",
      [x, indices],
      { kernel, ...(strides && { strides }), ...(pads && { pads }), ...(shape && { shape }) },
      { growsWith: [stated] },
    );
  },
});
