import { check, resolveAxis } from "@modelgauge/core";
import { declaredShape } from "../declared-shape.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { required, setting } from "../setting.ts";

/** ai.onnx Unsqueeze, since version 1; `axes` is an input since version 13. https://onnx.ai/onnx/operators/onnx__Unsqueeze.html */
export const unsqueezeOperator: OnnxOperator = defineOnnxOperator({
  operator: "Unsqueeze",
  inputs: { data: "tensor", axes: "setting?" },
  passes: true,
  translate: ({ node, inputs: { data, axes: input }, add, declared, undescribed }) => {
    const axes = required(setting(input, node.ints("axes")), "axes");
    if (axes === "unknown") {
      const shape = declaredShape(declared(0));
      return shape === undefined ? undescribed("the axes that it inserts are not known") : add("reshape", [data], { shape });
    }
    const rank = data.rank + axes.length;
    const inserted = axes.map((axis) => resolveAxis(axis, rank));
    check(new Set(inserted).size === axes.length, () => `axes ${axes.join(", ")} name one axis twice`);
    const sizes = data.shape.values();
    add("reshape", [data], { shape: Array.from({ length: rank }, (_, axis) => (inserted.includes(axis) ? 1 : sizes.next().value!)) });
  },
});
