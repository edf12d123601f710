import { resolveAxis } from "@modelgauge/core";
import { declaredShape } from "../declared-shape.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx OneHot, since version 9. https://onnx.ai/onnx/operators/onnx__OneHot.html */
export const oneHotOperator: OnnxOperator = defineOnnxOperator({
  operator: "OneHot",
  inputs: { indices: "tensor", depth: "setting", values: "setting" },
  translate: ({ node, inputs: { indices, depth, values }, add, declared, undescribed }) => {
    const axis = resolveAxis(node.int("axis") ?? -1, indices.rank + 1);
    const known = depth.number ?? declaredShape(declared(0))?.[axis];
    return known === undefined
      ? undescribed("its depth is not known")
      : add("one-hot", [indices, values], { depth: Math.trunc(known), axis }, { growsWith: [depth] });
  },
});
