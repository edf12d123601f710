import { check, resolveAxis } from "@modelgauge/core";
import { declaredShape } from "../declared-shape.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/** ai.onnx Tile, since version 1: before version 6, so many tiles along one axis. https://onnx.ai/onnx/operators/onnx__Tile.html */
export const tileOperator: OnnxOperator = defineOnnxOperator({
  operator: "Tile",
  inputs: { input: "tensor", repeats: "setting", axis: "setting?" },
  translate: ({ node, inputs: { input, repeats, axis }, add, declared, undescribed }) => {
    if (node.version < 6) {
      check(axis !== undefined, "input 2 (axis) is missing");
      const along = axis.number;
      const tiles = repeats.number;
      if (along === undefined || tiles === undefined) return undescribed("the number or the axis of its tiles is not known");
      return add(
        "tile",
        [input],
        { repeats: input.shape.map(() => 1).with(resolveAxis(along, input.rank), tiles) },
        { growsWith: [repeats] },
      );
    }
    const known = repeats.numbers;
    if (known !== undefined) return add("tile", [input], { repeats: known }, { growsWith: [repeats] });
    const shape = declaredShape(declared(0));
    if (shape === undefined || input.shape.includes(0)) return undescribed("its repeats are not known");
    add("tile", [input], { repeats: shape.map((size, dimension) => size / input.shape[dimension]!) });
  },
});
