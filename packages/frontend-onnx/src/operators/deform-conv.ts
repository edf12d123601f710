import { readConvolution } from "../convolution.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx DeformConv, since version 19. https://onnx.ai/onnx/operators/onnx__DeformConv.html */
export const deformConvOperator: OnnxOperator = defineOnnxOperator({
  operator: "DeformConv",
  inputs: { x: "tensor", weight: "weight", offset: "tensor", bias: "bias?", mask: "tensor?" },
  translate: ({ node, inputs: { x, weight, offset, bias, mask }, add }) =>
    add("deformable-conv", [x, offset, mask], {
      ...readConvolution(node, x, weight),
      offsetGroups: node.int("offset_group") ?? 1,
      bias: bias !== undefined,
    }),
});
