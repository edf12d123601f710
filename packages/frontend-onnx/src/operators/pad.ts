import { check, resolveAxis } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { required, setting } from "../setting.ts";

/**
 * ai.onnx Pad, since version 1; the pads are the attribute `paddings` in version 1, `pads` in version 2, and an input since version 11.
 * `axes`, since version 18, names the padded dimensions. https://onnx.ai/onnx/operators/onnx__Pad.html
 */
export const padOperator: OnnxOperator = defineOnnxOperator({
  operator: "Pad",
  inputs: { data: "tensor", pads: "setting?", value: "setting?", axes: "setting?" },
  translate: ({ node, inputs: { data, pads: input, value, axes: named }, add, undescribed }) => {
    const given = required(setting(input, node.ints("pads") ?? node.ints("paddings")), "pads");
    const axes = setting(named, undefined) ?? data.shape.map((_, axis) => axis);
    if (given === "unknown" || axes === "unknown") return undescribed("its pads are not known");
    check(given.length === 2 * axes.length, () => `${axes.length} dimensions take ${2 * axes.length} pads, not ${given.length}`);
    const pads: number[] = new Array(2 * data.rank).fill(0);
    axes.forEach((each, index) => {
      const axis = resolveAxis(each, data.rank);
      pads[axis] = given[index]!;
      pads[data.rank + axis] = given[axes.length + index]!;
    });
    const mode = node.word("mode", ["constant", "reflect", "edge", "wrap"]) ?? "constant";
    add("pad", [data, value], { pads, mode }, { growsWith: [input] });
  },
});
