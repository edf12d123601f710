import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Col2Im, since version 18. https://onnx.ai/onnx/operators/onnx__Col2Im.html */
export const col2imOperator: OnnxOperator = defineOnnxOperator({
  operator: "Col2Im",
  inputs: { input: "tensor", imageShape: "setting", blockShape: "setting" },
  translate: ({ node, inputs: { input, imageShape, blockShape }, add, undescribed }) => {
    const shape = imageShape.numbers;
    const kernel = blockShape.numbers;
    if (shape === undefined || kernel === undefined) return undescribed("the size of the image or of its blocks is not known");
    const window = { strides: node.ints("strides"), dilations: node.ints("dilations"), pads: node.ints("pads") };
    add("fold", [input], { shape, kernel, ...Object.fromEntries(Object.entries(window).filter(([, value]) => value !== undefined)) });
  },
});
