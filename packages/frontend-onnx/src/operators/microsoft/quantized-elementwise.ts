import type { Operand } from "@modelgauge/core";
import { defineOnnxOperator, defineOnnxOperators, type OnnxOperator } from "../../operator.ts";
import { addChain, applied, type Link } from "./chain.ts";
import { MICROSOFT } from "./domain.ts";

/** Brings what was computed to the scale and zero point of the output. */
export const REQUANTIZED: Link = { name: "requantize", type: "requantize" };

/** com.microsoft QLinearAdd, QLinearMul: of 8-bit integers, each with a scale and zero point. */
export const qLinearArithmeticOperators: readonly OnnxOperator[] = defineOnnxOperators({
  domain: MICROSOFT,
  operators: { QLinearAdd: "add", QLinearMul: "mul" },
  inputs: {
    a: "tensor",
    aScale: "setting",
    aZeroPoint: "setting?",
    b: "tensor",
    bScale: "setting",
    bZeroPoint: "setting?",
    outputScale: "setting",
    outputZeroPoint: "setting?",
  },
  translate: (context, name) => {
    const { a, b } = context.inputs;
    const computed: Link = { name, type: "elementwise", attributes: { function: name }, inputs: (before) => [before, b] };
    addChain(context, a, computed, REQUANTIZED);
  },
});

/** com.microsoft QLinearSigmoid, QLinearLeakyRelu: functions of 8-bit integers. */
export const qLinearActivationOperators: readonly OnnxOperator[] = defineOnnxOperators({
  domain: MICROSOFT,
  operators: { QLinearSigmoid: "sigmoid", QLinearLeakyRelu: "leaky-relu" },
  inputs: { x: "tensor", xScale: "setting", xZeroPoint: "setting?", yScale: "setting", yZeroPoint: "setting?" },
  translate: (context, name) => addChain(context, context.inputs.x, applied(name, { function: name }), REQUANTIZED),
});

/** com.microsoft QOrderedGelu: the GELU of 8-bit integers in an order of their own. */
export const qOrderedGeluOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QOrderedGelu",
  inputs: { x: "tensor", xScale: "setting", yScale: "setting" },
  translate: (context) => addChain(context, context.inputs.x, applied("gelu", { function: "gelu" }), REQUANTIZED),
});

/** com.microsoft QLinearWhere: a choice between 8-bit integers, which may come with other scales than the output's. */
export const qLinearWhereOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QLinearWhere",
  inputs: {
    condition: "tensor",
    x: "tensor",
    xScale: "setting",
    xZeroPoint: "setting",
    y: "tensor",
    yScale: "setting",
    yZeroPoint: "setting",
    outputScale: "setting",
    outputZeroPoint: "setting",
  },
  translate: (context) => {
    const { condition, x, y } = context.inputs;
    addChain(context, x, { name: "select", type: "where", inputs: (before) => [condition, before, y] }, REQUANTIZED);
  },
});

/** com.microsoft QLinearConcat: each of the joined tensors comes with a scale and a zero point. */
export const qLinearConcatOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QLinearConcat",
  inputs: { scale: "setting", zeroPoint: "setting", parts: "tensors" },
  translate: ({ node, inputs: { parts }, step, add }) => {
    const joined = parts.filter((_, index) => index % 3 === 0) as readonly Operand[];
    const scaled = joined.map((part, index) => step(`requantize-${index}`, "requantize", [part], {}, { weights: [] })[0]);
    add("concat", scaled, { axis: node.int("axis") });
  },
});

/** com.microsoft MulInteger: products of 8-bit integers, into 32 bits. */
export const mulIntegerOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "MulInteger",
  inputs: { a: "tensor", aZeroPoint: "setting?", b: "tensor", bZeroPoint: "setting?" },
  translate: (context) => {
    const { a, b } = context.inputs;
    const widened = (name: string, x: Operand): Operand => context.step(name, "cast", [x], { dtype: "int32" }, { weights: [] })[0]!;
    context.add("elementwise", [widened("a", a), widened("b", b)], { function: "mul" });
  },
});
