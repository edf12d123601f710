import { check, formatShape, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { required } from "../../setting.ts";
import { checkDimensions } from "./dimensions.ts";
import { MICROSOFT } from "./domain.ts";

/** com.microsoft RelativePositionBias: a learnt bias for each distance between a query and a key. */
export const relativePositionBiasOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "RelativePositionBias",
  inputs: { table: "weight", queries: "setting", keys: "setting" },
  translate: ({ inputs: { table, queries, keys }, add, undescribed }) => {
    if (queries.number === undefined || keys.number === undefined) return undescribed("the numbers of queries and keys are not known");
    add("relative-position-bias", [table], { queries: queries.number, keys: keys.number });
  },
});

/**
 * com.microsoft GatedRelativePositionBias: a bias of positions times a gate that a product makes of each query: its D columns summed by
 * halves, g and r, both through a sigmoid, g · (r · a − 1) + 2.
 */
export const gatedRelativePositionBiasOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "GatedRelativePositionBias",
  inputs: {
    query: "tensor",
    queryBias: "bias",
    positions: "tensor",
    weight: "weight",
    bias: "bias",
    scale: "weight",
    tokenOffset: "tensor?",
  },
  translate: ({ node, inputs, step, add, constant }) => {
    const { query, queryBias, positions, weight, bias, scale, tokenOffset } = inputs;
    const heads = required(node.int("num_heads"), "num_heads");
    checkDimensions("the weight", weight, "head size × columns");
    const [size, columns] = weight.shape as [number, number];
    check(query.shape.at(-1) === heads * size, () => `the query is ${formatShape(query.shape)}, not of ${heads} heads of ${size}`);
    check(columns % 2 === 0, () => `${columns} columns have no halves`);
    const [shifted] = step("query-bias", "elementwise", [query, queryBias], { function: "add" }, { weights: [] }) as [Operand];
    const [padded] = tokenOffset
      ? (step("padding", "restore-padding", [shifted, tokenOffset], {}, { weights: [] }) as [Operand])
      : [shifted];
    const [batch, length] = padded.shape as [number, number];
    checkDimensions("the query", padded, "batch × length × features");
    const apart = { shape: [batch, length, heads, size] };
    const [split] = step("heads", "reshape", [padded], apart, { weights: [] }) as [Operand];
    const [byHead] = step("by-head", "transpose", [split], { permutation: [0, 2, 1, 3] }, { weights: [] }) as [Operand];
    const [gated] = step("gate", "linear", [byHead], { units: columns, bias: true }, { weights: [weight, bias] }) as [Operand];
    const halves = { shape: [batch, heads, length, 2, columns / 2] };
    const [paired] = step("halves", "reshape", [gated], halves, { weights: [] }) as [Operand];
    const [summed] = step("sums", "reduce", [paired], { function: "sum", axes: [-1] }, { weights: [] }) as [Operand];
    const [opened] = step("sigmoid", "activation", [summed], { function: "sigmoid" }, { weights: [] }) as [Operand];
    const [g, r] = step("gates", "split", [opened], { axis: -1, sizes: [1, 1] }, { count: 2, weights: [] }) as [Operand, Operand];
    const [scaled] = step("scale", "elementwise", [r, scale], { function: "mul" }, { weights: [] });
    const [less] = step("less", "elementwise", [scaled, constant(r.dtype, [])], { function: "sub" }, { weights: [] });
    const [product] = step("product", "elementwise", [g, less], { function: "mul" }, { weights: [] });
    const [gate] = step("more", "elementwise", [product, constant(r.dtype, [])], { function: "add" }, { weights: [] });
    add("elementwise", [gate, positions], { function: "mul" });
  },
});
