import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx MelWeightMatrix, since version 17. https://onnx.ai/onnx/operators/onnx__MelWeightMatrix.html */
export const melWeightMatrixOperator: OnnxOperator = defineOnnxOperator({
  operator: "MelWeightMatrix",
  inputs: { bands: "setting", length: "setting", sampleRate: "setting", lowerEdge: "setting", upperEdge: "setting" },
  translate: ({ node, inputs, add, undescribed }) => {
    const [bands, length] = [inputs.bands.number, inputs.length.number];
    if (bands === undefined || length === undefined) return undescribed("its number of bands or its length is not known");
    add("mel-weights", [], { bands, length, dtype: node.dtype("output_datatype") ?? "float32" });
  },
});
