import { declaredShape } from "../declared-shape.ts";
import { defineOnnxOperators, type OnnxOperator } from "../operator.ts";

/** ai.onnx HannWindow, HammingWindow, BlackmanWindow, since version 17. https://onnx.ai/onnx/operators/onnx__HannWindow.html */
export const windowOperators: readonly OnnxOperator[] = defineOnnxOperators({
  operators: { BlackmanWindow: "blackman", HammingWindow: "hamming", HannWindow: "hann" },
  inputs: { size: "setting" },
  translate: ({ node, inputs: { size }, add, declared, undescribed }, name) => {
    const known = size.number ?? declaredShape(declared(0))?.[0];
    if (known === undefined) return undescribed("its size is not known");
    add("window", [], { function: name, size: known, dtype: node.dtype("output_datatype") ?? "float32" }, { growsWith: [size] });
  },
});
