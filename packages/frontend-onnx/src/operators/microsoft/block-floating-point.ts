import { check, type DType, formatShape, type ValueType } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft QuantizeBFP: into block floating point, of which each execution provider has its own layout. */
export const quantizeBfpOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QuantizeBFP",
  inputs: { x: "tensor" },
  translate: ({ inputs: { x }, declared, undescribed }) => {
    const perDimension: ValueType = { dtype: "int64", shape: [x.rank] };
    undescribed("how long block floating-point data are depends on the device", { outputs: [declared(0), perDimension, perDimension] });
  },
});

/** com.microsoft DequantizeBFP: from block floating point, into the shape that it is told. */
export const dequantizeBfpOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "DequantizeBFP",
  inputs: { x: "tensor", shape: "setting", strides: "setting" },
  translate: ({ node, inputs: { shape }, declared, undescribed }) => {
    const dtype: DType = node.dtype("dtype") ?? "float32";
    const sizes = shape.numbers;
    check(sizes?.every((size) => size >= 0) ?? true, () => `the shape ${formatShape(sizes!)} has a negative dimension`);
    const type = sizes === undefined ? declared(0) : { dtype, shape: sizes };
    undescribed("what it takes to read block floating-point data depends on the device", { outputs: [type] });
  },
});
