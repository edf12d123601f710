import { check, formatShape, product, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { declaredShape } from "../declared-shape.ts";
import { required, setting } from "../setting.ts";

/**
 * ai.onnx Reshape, since version 1; the target is an attribute in version 1, then an input. In it 0 stands for the input's own size,
 * unless `allowzero` is set, and one −1 for what the others leave. https://onnx.ai/onnx/operators/onnx__Reshape.html
 */
export const reshapeOperator: OnnxOperator = defineOnnxOperator({
  operator: "Reshape",
  inputs: { data: "tensor", shape: "setting?" },
  passes: true,
  translate: ({ node, inputs: { data, shape }, add, declared, undescribed }) => {
    const target = required(setting(shape, node.ints("shape")), "shape");
    if (target !== "unknown") {
      // What a −1 leaves falls as the other sizes rise.
      const growsWith = target.includes(-1) ? [] : [shape];
      return add("reshape", [data], { shape: resolved(data, target, node.flag("allowzero") ?? false) }, { growsWith });
    }
    // A target of one size is all that there is.
    const only = shape?.shape[0] === 1 ? [product(data.shape)] : declaredShape(declared(0));
    if (only === undefined) return undescribed("its target shape is not known");
    add("reshape", [data], { shape: only });
  },
});

function resolved(data: Operand, target: readonly number[], allowZero: boolean): readonly number[] {
  if (allowZero) {
    check(
      !target.includes(0) || !target.includes(-1),
      () => `${formatShape(target)} has both a 0 and a −1, and attribute allowzero is set`,
    );
    return target;
  }
  return target.map((size, axis) => {
    if (size !== 0) return size;
    check(axis < data.rank, () => `the 0 at place ${axis} of the target copies a size that ${formatShape(data.shape)} has not`);
    return data.shape[axis]!;
  });
}
