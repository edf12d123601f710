import { check, resolveAxis } from "@modelgauge/core";
import { declaredShape } from "../declared-shape.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx CenterCropPad, since version 18: crops and pads so that the middle stays; an odd element goes or comes at the end.
 * https://onnx.ai/onnx/operators/onnx__CenterCropPad.html
 */
export const centerCropPadOperator: OnnxOperator = defineOnnxOperator({
  operator: "CenterCropPad",
  inputs: { input: "tensor", shape: "setting" },
  translate: ({ node, inputs: { input, shape }, add, declared, undescribed }) => {
    const axes = (node.ints("axes") ?? input.shape.map((_, axis) => axis)).map((axis) => resolveAxis(axis, input.rank));
    const full = declaredShape(declared(0));
    const target = shape.numbers ?? (full && axes.map((axis) => full[axis]!));
    if (target === undefined) return undescribed("its target shape is not known");
    check(target.length === axes.length, () => `there are ${target.length} sizes for ${axes.length} axes`);
    const pads: number[] = new Array(2 * input.rank).fill(0);
    axes.forEach((axis, index) => {
      const more = target[index]! - input.shape[axis]!;
      pads[axis] = Math.trunc(more / 2);
      pads[input.rank + axis] = more - pads[axis];
    });
    add("pad", [input], { pads }, { growsWith: [shape] });
  },
});
