import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** Version 16 calls the modes by their names in the plane. */
const MODES = { nearest: "nearest", linear: "linear", bilinear: "linear", cubic: "cubic", bicubic: "cubic" } as const;

/** ai.onnx GridSample, since version 16. https://onnx.ai/onnx/operators/onnx__GridSample.html */
export const gridSampleOperator: OnnxOperator = defineOnnxOperator({
  operator: "GridSample",
  inputs: { x: "tensor", grid: "tensor" },
  translate: ({ node, inputs: { x, grid }, add }) =>
    add("grid-sample", [x, grid], { mode: MODES[node.word("mode", ["nearest", "linear", "bilinear", "cubic", "bicubic"]) ?? "linear"] }),
});
