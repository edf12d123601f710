import { check, resolveAxis } from "@modelgauge/core";
import { declaredShape } from "../declared-shape.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { setting } from "../setting.ts";

/**
 * ai.onnx Split, since version 1; the sizes are an attribute before version 13 and an input since, and were either in version 1.
 * Without them the parts are equal; since version 18 `num_outputs` tells their number, and the last may be smaller.
 * https://onnx.ai/onnx/operators/onnx__Split.html
 */
export const splitOperator: OnnxOperator = defineOnnxOperator({
  operator: "Split",
  inputs: { input: "tensor", split: "setting?" },
  passes: true,
  translate: ({ node, inputs: { input, split }, add, declared, undescribed }) => {
    const axis = resolveAxis(node.int("axis") ?? 0, input.rank);
    const given = setting(split, node.ints("split"));
    const parts = node.int("num_outputs") ?? node.outputCount;
    check(parts === node.outputCount, () => `num_outputs is ${parts}, there are ${node.outputCount} outputs`);
    if (given !== "unknown") {
      const sizes = given ?? equalParts(input.shape[axis]!, parts, node.version);
      check(sizes.length >= node.outputCount, () => `there are ${node.outputCount} outputs and ${sizes.length} parts`);
      return add("split", [input], { axis, sizes }, { growsWith: [split] });
    }
    const sizes = Array.from({ length: node.outputCount }, (_, part) => declaredShape(declared(part))?.[axis]);
    return sizes.includes(undefined) ? undescribed("the sizes of the parts are not known") : add("split", [input], { axis, sizes });
  },
});

function equalParts(size: number, parts: number, version: number): readonly number[] {
  check(version >= 18 || size % parts === 0, () => `${size} elements do not divide into ${parts} equal parts`);
  const each = Math.ceil(size / parts);
  return Array.from({ length: parts }, (_, part) => Math.max(0, Math.min(each, size - part * each)));
}
