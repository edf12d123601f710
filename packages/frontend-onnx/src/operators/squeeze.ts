import { check, formatShape, resolveAxis } from "@modelgauge/core";
import { declaredShape } from "../declared-shape.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { setting } from "../setting.ts";

/** ai.onnx Squeeze, since version 1; `axes` is an input since version 13. https://onnx.ai/onnx/operators/onnx__Squeeze.html */
export const squeezeOperator: OnnxOperator = defineOnnxOperator({
  operator: "Squeeze",
  inputs: { data: "tensor", axes: "setting?" },
  passes: true,
  translate: ({ node, inputs: { data, axes: input }, add, declared, undescribed }) => {
    const axes = setting(input, node.ints("axes"));
    if (axes === "unknown") {
      const shape = declaredShape(declared(0));
      return shape === undefined ? undescribed("the axes that it removes are not known") : add("reshape", [data], { shape });
    }
    const removed = axes?.map((axis) => resolveAxis(axis, data.rank));
    for (const axis of removed ?? []) {
      check(
        data.shape[axis] === 1 || data.status !== "exact",
        () => `axis ${axis} of ${formatShape(data.shape)} has size ${data.shape[axis]}: only axes of size 1 are removed`,
      );
    }
    add("reshape", [data], { shape: data.shape.filter((size, axis) => (removed === undefined ? size !== 1 : !removed.includes(axis))) });
  },
});
