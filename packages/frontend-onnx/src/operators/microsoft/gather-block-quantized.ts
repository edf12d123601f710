import { check, type DType, isFloat, resolveAxis } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";
import { integerOf, packedWeight } from "./packed-weight.ts";
import { there } from "./there.ts";

/**
 * com.microsoft GatherBlockQuantized: looks up rows of a quantised table and dequantises them: a conversion, an add of the zero point and
 * a multiplication for each element. uint8 may hold several elements along the last dimension.
 */
export const gatherBlockQuantizedOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "GatherBlockQuantized",
  inputs: { data: "weight", indices: "tensor", scales: "setting", zeroPoints: "setting?" },
  translate: ({ node, inputs: { data, indices, scales, zeroPoints }, step, add, constant }) => {
    const axis = resolveAxis(node.int("gather_axis") ?? 0, data.rank);
    const bits = data.dtype === "uint8" ? (node.int("bits") ?? 4) : 8;
    check([2, 4, 8].includes(bits), () => `attribute bits is ${bits}, not 2, 4 or 8`);
    const packs = data.dtype === "uint8" && bits < 8;
    const dtype: DType = packs ? integerOf(bits) : data.dtype;
    const shape = packs ? [...data.shape.slice(0, -1), data.shape.at(-1)! * (8 / bits)] : data.shape;
    const table = packs ? packedWeight(data, dtype, shape) : data;
    const [rows] = step("rows", "gather", [table, indices], { axis }, { weights: there(scales, zeroPoints) });
    const zeroPoint = isFloat(data.dtype) ? undefined : constant(dtype, []);
    add("dequantize", [rows, constant(scales.dtype, []), zeroPoint]);
  },
});

/** com.microsoft TorchEmbedding: a table look-up; the other inputs matter to training. */
export const torchEmbeddingOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "TorchEmbedding",
  inputs: { weight: "weight", indices: "tensor", paddingIndex: "setting?", scaleGradient: "setting?" },
  translate: ({ inputs: { weight, indices }, add }) => add("gather", [weight, indices]),
});
