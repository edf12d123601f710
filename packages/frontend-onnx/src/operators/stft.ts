import { check } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx STFT, since version 17: frames are as long as `frame_length`, else as the window.
 * https://onnx.ai/onnx/operators/onnx__STFT.html
 */
export const stftOperator: OnnxOperator = defineOnnxOperator({
  operator: "STFT",
  inputs: { signal: "tensor", frameStep: "setting", window: "setting?", frameLength: "setting?" },
  translate: ({ node, inputs: { signal, frameStep, window, frameLength }, add, undescribed }) => {
    check(window !== undefined || frameLength !== undefined, "neither a window nor a frame length is given");
    const step = frameStep.number;
    const length = frameLength === undefined ? window?.shape[0] : frameLength.number;
    if (step === undefined || length === undefined) return undescribed("the step or the length of its frames is not known");
    add("stft", [signal, window], { step, length, onesided: node.flag("onesided") ?? signal.shape[2] !== 2 });
  },
});
