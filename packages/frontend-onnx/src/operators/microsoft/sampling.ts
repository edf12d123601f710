import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

const MODES = { bilinear: "linear", nearest: "nearest", bicubic: "cubic" } as const;

/** com.microsoft GridSample: as in ai.onnx, which took it over. */
export const microsoftGridSampleOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "GridSample",
  inputs: { x: "tensor", grid: "tensor" },
  translate: ({ node, inputs: { x, grid }, add }) =>
    add("grid-sample", [x, grid], { mode: MODES[node.word("mode", ["bilinear", "nearest", "bicubic"]) ?? "bilinear"] }),
});

/** com.microsoft CropAndResize: boxes of images, each resized to `crop_size`. */
export const cropAndResizeOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "CropAndResize",
  inputs: { x: "tensor", boxes: "tensor", boxImages: "tensor", sizes: "setting" },
  translate: ({ node, inputs: { x, boxes, boxImages, sizes }, add, undescribed }) => {
    if (sizes.numbers === undefined) return undescribed("the size that it resizes to is not known");
    const mode = node.word("mode", ["bilinear", "nearest"]) === "nearest" ? "nearest" : "linear";
    add("crop-and-resize", [x, boxes, boxImages], { sizes: sizes.numbers, mode });
  },
});
