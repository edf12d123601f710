import { check } from "@modelgauge/core";
import { declaredShape } from "../declared-shape.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx AffineGrid, since version 20: `size` is that of the images, [N, C, …spatial]. https://onnx.ai/onnx/operators/onnx__AffineGrid.html */
export const affineGridOperator: OnnxOperator = defineOnnxOperator({
  operator: "AffineGrid",
  inputs: { theta: "tensor", size: "setting" },
  translate: ({ inputs: { theta, size }, add, declared, undescribed }) => {
    const sizes = size.numbers?.slice(2) ?? declaredShape(declared(0))?.slice(1, -1);
    if (sizes === undefined) return undescribed("the size of its images is not known");
    check(
      size.numbers === undefined || size.numbers[0] === theta.shape[0],
      () => `there are ${theta.shape[0]} matrices for ${size.numbers?.[0]} images`,
    );
    add("affine-grid", [theta], { sizes }, { growsWith: [size] });
  },
});
