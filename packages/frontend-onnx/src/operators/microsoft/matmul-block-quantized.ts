import { check, formatShape } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { checkDimensions } from "./dimensions.ts";
import { MICROSOFT } from "./domain.ts";
import { packedWeight } from "./packed-weight.ts";
import { there } from "./there.ts";

/**
 * com.microsoft MatMulBnb4: a product with a weight of [N, K] 4-bit elements, of which a table tells the values (Dettmers et al., "QLoRA",
 * 2023); with `transB` 0, with its transpose. Counted at the dtype of A.
 */
export const matMulBnb4Operator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "MatMulBnb4",
  inputs: { a: "tensor", b: "weight", absmax: "setting" },
  translate: ({ node, inputs: { a, b, absmax }, add }) => {
    const rows = required(node.int("N"), "N");
    const columns = required(node.int("K"), "K");
    const [features, units] = (node.flag("transB") ?? true) ? [columns, rows] : [rows, columns];
    check(a.shape.at(-1) === features, () => `A is ${formatShape(a.shape)}, the weight expects ${features} features`);
    add("linear", [a], { units }, { weights: [packedWeight(b, "uint4", [rows, columns]), absmax] });
  },
});

/**
 * com.microsoft MatMulFpQ4: a product with a weight that is packed, with its scales, into bytes; its shape is an input. Counted at the
 * dtype of A.
 */
export const matMulFpQ4Operator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "MatMulFpQ4",
  inputs: { a: "tensor", b: "weight", shape: "setting" },
  translate: ({ inputs: { a, b, shape }, add, undescribed }) => {
    const sizes = shape.numbers;
    if (sizes === undefined) return undescribed("the shape of its packed weight is not known");
    const [features, units] = sizes as [number, number];
    check(sizes.length === 2 && a.shape.at(-1) === features, () => `A is ${formatShape(a.shape)}, the weight ${formatShape(sizes)}`);
    add("linear", [a], { units }, { weights: [packedWeight(b, "uint4", sizes), shape] });
  },
});

/**
 * com.microsoft MatMulBlockQuantizedFp4Weight: a product with a weight of [N, K] 4-bit floating-point elements, two a byte. Counted at the
 * dtype of A, to which the weight is dequantised.
 */
export const matMulBlockQuantizedFp4WeightOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "MatMulBlockQuantizedFp4Weight",
  inputs: { a: "tensor", b: "weight", scales: "setting", globalScale: "setting", inputScale: "setting?", bias: "bias?" },
  translate: ({ inputs: { a, b, scales, globalScale, inputScale, bias }, add }) => {
    checkDimensions("B", b, "units × bytes");
    const [units, features] = [b.shape[0]!, 2 * b.shape[1]!];
    check(a.shape.at(-1) === features, () => `A is ${formatShape(a.shape)}, the weight expects ${features} features`);
    const weight = packedWeight(b, "float4e2m1", [units, features]);
    add("linear", [a], { units, bias: bias !== undefined }, { weights: there(weight, scales, globalScale, inputScale, bias) });
  },
});

/**
 * com.microsoft MatMulBlockQuantizedFp8Weight: a product with a weight of [N, K] 8-bit floating-point elements. Counted at 8 bits where A
 * is quantised too, else at the dtype of A.
 */
export const matMulBlockQuantizedFp8WeightOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "MatMulBlockQuantizedFp8Weight",
  inputs: { a: "tensor", b: "weight", scales: "setting", inputScale: "setting?", bias: "bias?" },
  translate: ({ inputs: { a, b, inputScale, bias }, step, add }) => {
    checkDimensions("B", b, "units × features");
    const [units, features] = [b.shape[0]!, b.shape[1]!];
    check(a.shape.at(-1) === features, () => `A is ${formatShape(a.shape)}, the weight expects ${features} features`);
    const attributes = { units, bias: bias !== undefined };
    if (inputScale === undefined) return add("linear", [a], attributes);
    const [quantized] = step("quantize", "quantize", [a, inputScale], { dtype: "float8e4m3fn" }, { weights: [] });
    add("linear", [quantized], { ...attributes, dtype: a.dtype });
  },
});
