import { check } from "@modelgauge/core";
import { unknownValues } from "../graph/known-values.ts";
import { defineTfjsOp, defineTfjsOps, type TfjsOp } from "../op-translator.ts";

/** ResizeBilinear and ResizeNearestNeighbor, to a height and a width. */
export const resizeOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { ResizeBilinear: "linear", ResizeNearestNeighbor: "nearest" },
  inputs: { images: "tensor", size: "setting" },
  translate({ inputs: { images, size }, step, add, undescribed }, mode) {
    if (size.numbers === undefined) return undescribed(unknownValues(size));
    check(images.rank === 4 && size.numbers.length === 2, "takes images of 4 dimensions, and two sizes");
    const shape = [images.shape[0]!, ...size.numbers, images.shape[3]!];
    if (mode === "nearest" || images.dtype.startsWith("float")) return add("resize", [images], { shape, mode });
    const [real] = step("cast", "cast", [images], { dtype: "float32" });
    add("resize", [real], { shape, mode });
  },
});

/** CropAndResize: boxes of images, each resized. */
export const cropAndResizeOp: TfjsOp = defineTfjsOp({
  op: "CropAndResize",
  inputs: { image: "tensor", boxes: "tensor", boxImages: "tensor", size: "setting" },
  translate({ node, inputs: { image, boxes, boxImages, size }, add, undescribed }) {
    if (size.numbers === undefined) return undescribed(unknownValues(size));
    const mode = node.string("method", "bilinear") === "nearest" ? "nearest" : "linear";
    add("crop-and-resize", [image, boxes, boxImages], { sizes: size.numbers, mode, layout: "channels-last" });
  },
});

/** ImageProjectiveTransformV3. */
export const projectiveTransformOp: TfjsOp = defineTfjsOp({
  op: "ImageProjectiveTransformV3",
  inputs: { images: "tensor", transforms: "tensor", size: "setting", fill: "setting" },
  translate({ node, inputs: { images, transforms, size }, add, undescribed }) {
    if (size.numbers === undefined) return undescribed(unknownValues(size));
    const mode = node.string("interpolation", "NEAREST").toUpperCase() === "BILINEAR" ? "linear" : "nearest";
    add("projective-transform", [images, transforms], { sizes: size.numbers, mode, layout: "channels-last" });
  },
});
