import { check, formatShape, type Operand } from "@modelgauge/core";
import { readConvolution } from "../../convolution.ts";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { attend } from "./cached-attention.ts";
import { addChain } from "./chain.ts";
import { MICROSOFT } from "./domain.ts";
import { gemmLink } from "./gemm-link.ts";
import { channelsFirst, layoutOf } from "./layout.ts";
import { there } from "./there.ts";

/** com.microsoft QLinearConv: a convolution of 8-bit integers, in either layout; the weight is laid out as ONNX has it. */
export const microsoftQLinearConvOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QLinearConv",
  inputs: {
    x: "tensor",
    xScale: "setting",
    xZeroPoint: "setting",
    weight: "weight",
    weightScale: "setting",
    weightZeroPoint: "setting",
    yScale: "setting",
    yZeroPoint: "setting",
    bias: "bias?",
  },
  translate: ({ node, inputs: { x, weight, yZeroPoint, bias }, add }) => {
    const layout = layoutOf(node);
    const convolution = readConvolution(node, channelsFirst(x, layout), weight);
    add("conv", [x], { ...convolution, layout, bias: bias !== undefined, dtype: yZeroPoint.dtype });
  },
});

/** com.microsoft QGemm: Gemm of 8-bit integers, into such or, without a zero point of the output, into float32. */
export const qGemmOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QGemm",
  inputs: {
    a: "tensor",
    aScale: "setting",
    aZeroPoint: "setting",
    b: "weight",
    bScale: "setting",
    bZeroPoint: "setting",
    c: "bias?",
    yScale: "setting?",
    yZeroPoint: "setting?",
  },
  translate: (context) => {
    const { a, yZeroPoint } = context.inputs;
    addChain(context, a, gemmLink(context.node, context.inputs, yZeroPoint?.dtype ?? "float32"));
  },
});

/** com.microsoft MatMulIntegerToFloat: a product of 8-bit integers into floating point, by scales, and a bias. */
export const matMulIntegerToFloatOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "MatMulIntegerToFloat",
  inputs: {
    a: "tensor",
    b: "weight",
    aScale: "setting",
    bScale: "setting",
    aZeroPoint: "setting?",
    bZeroPoint: "setting?",
    bias: "bias?",
  },
  translate: ({ inputs: { a, b, aScale, bias }, add }) => add("matmul", [a, b, bias], { dtype: aScale.dtype }),
});

/** com.microsoft DynamicQuantizeMatMul: A is quantised as its range tells, and multiplied as in MatMulIntegerToFloat. */
export const dynamicQuantizeMatMulOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "DynamicQuantizeMatMul",
  inputs: { a: "tensor", b: "weight", bScale: "setting", bZeroPoint: "setting?", bias: "bias?" },
  translate: ({ inputs: { a, b, bias }, step, add }) => {
    const [quantized] = step("quantize", "dynamic-quantize", [a], {}, { count: 3, weights: [] });
    add("matmul", [quantized, b, bias], { dtype: a.dtype });
  },
});

/** com.microsoft MatMulInteger16: a product of 16-bit integers, into 32 bits. */
export const matMulInteger16Operator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "MatMulInteger16",
  inputs: { a: "tensor", b: "weight" },
  translate: ({ inputs: { a, b }, add }) =>
    add("matmul", [a, b], { dtype: a.dtype === "uint16" && b.dtype === "uint16" ? "uint32" : "int32" }),
});

/** com.microsoft QOrderedMatMul: α·A·B + bias + β·C of 8-bit integers in orders of their own; a B in the order of columns is transposed. */
export const qOrderedMatMulOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QOrderedMatMul",
  inputs: {
    a: "tensor",
    aScale: "setting",
    b: "weight",
    bScale: "setting",
    yScale: "setting",
    bias: "bias?",
    c: "tensor?",
    cScale: "setting?",
  },
  translate: (context) => {
    const { a, b, bias, c } = context.inputs;
    const transposeB = b.shape.at(-2) !== a.shape.at(-1);
    const product = { name: "product", type: "matmul", attributes: { transposeB }, inputs: () => [a, b, bias] };
    const sum = { name: "sum", type: "elementwise", attributes: { function: "add" }, inputs: (before: Operand) => [before, c] };
    addChain(context, a, product, c && sum);
  },
});

/** com.microsoft QOrderedAttention: Attention of 8-bit integers, with a projection for each of query, key and value. */
export const qOrderedAttentionOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QOrderedAttention",
  inputs: {
    input: "tensor",
    inputScale: "setting",
    queryScale: "setting",
    keyScale: "setting",
    valueScale: "setting",
    query: "weight",
    key: "weight",
    value: "weight",
    queryWeightScale: "setting",
    keyWeightScale: "setting",
    valueWeightScale: "setting",
    queryBias: "bias",
    keyBias: "bias",
    valueBias: "bias",
    scoreScale: "setting?",
    softmaxScale: "setting?",
    outputScale: "setting",
    mask: "tensor?",
    past: "tensor?",
    attentionBias: "tensor?",
  },
  translate: (context) => {
    const { node, inputs, step, undescribed } = context;
    const { input, mask, past, attentionBias } = inputs;
    if (past !== undefined) return undescribed("past keys and values of ordered attention are not described");
    const project = (name: "query" | "key" | "value"): Operand => {
      const [weight, bias] = [inputs[name], inputs[`${name}Bias`]];
      check(
        weight.rank === 2 && weight.shape[0] === input.shape.at(-1),
        () => `the input is ${formatShape(input.shape)}, the weight ${formatShape(weight.shape)}`,
      );
      return step(name, "linear", [input], { units: weight.shape[1], bias: true }, { weights: there(weight, bias) })[0]!;
    };
    const projections = { query: project("query"), key: project("key"), value: project("value") };
    attend(context, projections, {
      heads: required(node.int("num_heads"), "num_heads"),
      attributes: { causal: node.flag("unidirectional") ?? false },
      cache: { key: undefined, value: undefined, inPlace: false, kept: false },
      mask,
      bias: attentionBias,
    });
  },
});
