import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx RoiAlign, since version 10. https://onnx.ai/onnx/operators/onnx__RoiAlign.html */
export const roiAlignOperator: OnnxOperator = defineOnnxOperator({
  operator: "RoiAlign",
  inputs: { x: "tensor", regions: "tensor", images: "tensor" },
  translate: ({ node, inputs: { x, regions, images }, add }) => {
    const samples = node.int("sampling_ratio") ?? 0;
    add("roi-align", [x, regions, images], {
      function: node.word("mode", ["avg", "max"]) === "max" ? "max" : "average",
      sizes: [node.int("output_height") ?? 1, node.int("output_width") ?? 1],
      ...(samples !== 0 && { samples }),
    });
  },
});
