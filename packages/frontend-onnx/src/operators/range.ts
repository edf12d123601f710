import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Range, since version 11. https://onnx.ai/onnx/operators/onnx__Range.html */
export const rangeOperator: OnnxOperator = defineOnnxOperator({
  operator: "Range",
  inputs: { start: "setting", limit: "setting", delta: "setting" },
  translate: ({ inputs, add, undescribed }) => {
    const [start, limit, step] = [inputs.start.number, inputs.limit.number, inputs.delta.number];
    if (start === undefined || limit === undefined || step === undefined) return undescribed("its start, limit or step is not known");
    add("range", [], { start, limit, step, dtype: inputs.start.dtype }, { growsWith: step > 0 ? [inputs.limit] : [inputs.start] });
  },
});
