import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft Range: as in ai.onnx, which took it over; the step may be left out. */
export const microsoftRangeOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "Range",
  inputs: { start: "setting", limit: "setting", delta: "setting?" },
  translate: ({ inputs: { start, limit, delta }, add, undescribed }) => {
    const [first, last, step] = [start.number, limit.number, delta === undefined ? 1 : delta.number];
    if (first === undefined || last === undefined || step === undefined) return undescribed("its start, limit or step is not known");
    add("range", [], { start: first, limit: last, step, dtype: start.dtype }, { growsWith: step > 0 ? [limit] : [start] });
  },
});
