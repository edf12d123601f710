import { check, type DType, type Operand } from "@modelgauge/core";
import { callOperands } from "../keras/call-operands.ts";
import { axesOf } from "../keras/config.ts";
import { defineTfjsLayer, defineTfjsLayers, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";
import { ofOneDtype } from "./merge.ts";

/**
 * Functions of Keras 3 (`keras.ops`) that a functional model calls like layers; they go by `ops.` and their class. Others of them keep
 * the types that the file declares. https://keras.io/api/ops/
 */
export const elementwiseOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: {
    "ops.Add": "add",
    "ops.Subtract": "sub",
    "ops.Multiply": "mul",
    "ops.Divide": "div",
    "ops.TrueDivide": "div",
    "ops.FloorDivide": "floor-div",
    "ops.Mod": "mod",
    "ops.Power": "pow",
    "ops.Maximum": "max",
    "ops.Minimum": "min",
    "ops.Equal": "equal",
    "ops.NotEqual": "not-equal",
    "ops.Less": "less",
    "ops.LessEqual": "less-equal",
    "ops.Greater": "greater",
    "ops.GreaterEqual": "greater-equal",
    "ops.LogicalAnd": "and",
    "ops.LogicalOr": "or",
    "ops.LogicalXor": "xor",
    "ops.DivideNoNan": "div-no-nan",
    "ops.Fmod": "fmod",
    "ops.Fmax": "max",
    "ops.Fmin": "min",
    "ops.Arctan2": "atan2",
    "ops.BitwiseAnd": "bit-and",
    "ops.BitwiseOr": "bit-or",
    "ops.BitwiseXor": "bit-xor",
  },
  translate(context, name) {
    context.add("elementwise", ofOneDtype(context, callOperands(context)), { function: name });
  },
});

/** Functions of one tensor, element by element. */
export const unaryOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: {
    "ops.Relu": "relu",
    "ops.Relu6": "relu6",
    "ops.Sigmoid": "sigmoid",
    "ops.Tanh": "tanh",
    "ops.Silu": "swish",
    "ops.Elu": "elu",
    "ops.Selu": "selu",
    "ops.Softplus": "softplus",
    "ops.Softsign": "softsign",
    "ops.HardSigmoid": "hard-sigmoid",
    "ops.HardSilu": "hard-swish",
    "ops.LeakyRelu": "leaky-relu",
    "ops.Exp": "exp",
    "ops.Log": "log",
    "ops.Log1p": "log1p",
    "ops.Sqrt": "sqrt",
    "ops.Rsqrt": "rsqrt",
    "ops.Square": "square",
    "ops.Absolute": "abs",
    "ops.Negative": "neg",
    "ops.Sin": "sin",
    "ops.Cos": "cos",
    "ops.Erf": "erf",
    "ops.Floor": "floor",
    "ops.Ceil": "ceil",
    "ops.Round": "round",
    "ops.Sign": "sign",
    "ops.LogicalNot": "not",
    "ops.LogSigmoid": "log-sigmoid",
    "ops.Celu": "celu",
    "ops.TanhShrink": "tanh-shrink",
    "ops.HardShrink": "shrink",
    "ops.SoftShrink": "shrink",
    "ops.Threshold": "thresholded-relu",
    "ops.Expm1": "expm1",
    "ops.Reciprocal": "reciprocal",
    "ops.Trunc": "truncate",
    "ops.Tan": "tan",
    "ops.Arcsin": "asin",
    "ops.Arccos": "acos",
    "ops.Arctan": "atan",
    "ops.Sinh": "sinh",
    "ops.Cosh": "cosh",
    "ops.Arcsinh": "asinh",
    "ops.Arccosh": "acosh",
    "ops.Arctanh": "atanh",
    "ops.Isnan": "is-nan",
    "ops.Isinf": "is-inf",
    "ops.Isfinite": "is-finite",
  },
  translate: ({ inputs, add }, name) => add("activation", inputs.slice(0, 1), { function: name }),
});

/** Functions that combine the elements along axes. */
export const reductionOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: {
    "ops.Sum": "sum",
    "ops.Mean": "mean",
    "ops.Max": "max",
    "ops.Amax": "max",
    "ops.Min": "min",
    "ops.Amin": "min",
    "ops.Prod": "prod",
    "ops.Logsumexp": "log-sum-exp",
    "ops.All": "all",
    "ops.Any": "any",
  },
  translate(context, name) {
    const x = tensorOf(context);
    const [operand] = name === "all" || name === "any" ? [asDtype(context, x, "bool")] : [x];
    context.add("reduce", [operand], { function: name, ...reducedOf(context) });
  },
});

/** Variances along axes, and their roots. */
export const varianceOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.Var": "variance", "ops.Std": "deviation" },
  translate(context, name) {
    const { step, add } = context;
    const x = tensorOf(context);
    const [mean] = step("mean", "reduce", [x], { function: "mean", ...reducedOf(context), keepDims: true });
    const [squares] = step("squares", "elementwise", [x, mean], { function: "squared-difference" });
    if (name === "variance") return add("reduce", [squares], { function: "mean", ...reducedOf(context) });
    const [variance] = step("variance", "reduce", [squares], { function: "mean", ...reducedOf(context) });
    add("activation", [variance], { function: "sqrt" });
  },
});

/** Norms of vectors, by `ord`, and of matrices as Frobenius has it. */
export const normOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.Norm",
  translate(context) {
    const ord = context.layer.config.at("ord").value;
    const name = ord === undefined || ord === 2 || ord === "fro" || ord === "euclidean" ? "l2" : ord === 1 ? "l1" : undefined;
    const axes = axesOf(context.layer.config.at("axis"), []);
    if (name === undefined || (typeof ord === "number" && axes.length !== 1))
      return context.undescribed("norms of this kind are not described");
    context.add("reduce", [tensorOf(context)], { function: name, ...reducedOf(context) });
  },
});

/** Where the greatest or least element stands; along all axes where none is named. */
export const searchOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.Argmax": "max", "ops.Argmin": "min" },
  translate(context, name) {
    const { layer, step, add } = context;
    const x = tensorOf(context);
    const keepDims = layer.config.at("keepdims").flag(false);
    if (layer.config.has("axis")) {
      return add("arg-reduce", [x], { function: name, axis: layer.config.at("axis").integer(), keepDims, dtype: "int32" });
    }
    const [flat] = step("flat", "reshape", [x], { shape: [-1] });
    if (!keepDims) return add("arg-reduce", [flat], { function: name, axis: 0, keepDims, dtype: "int32" });
    const [found] = step("found", "arg-reduce", [flat], { function: name, axis: 0, dtype: "int32" });
    add("reshape", [found], { shape: x.shape.map(() => 1) });
  },
});

/** Running sums and products; of all elements in a row where no axis is named. */
export const cumulativeOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.Cumsum": "sum", "ops.Cumprod": "prod" },
  translate(context, name) {
    const { config } = context.layer;
    const x = tensorOf(context);
    if (config.has("axis")) return context.add("cumulative", [x], { function: name, axis: config.at("axis").integer() });
    const [flat] = context.step("flat", "reshape", [x], { shape: [-1] });
    context.add("cumulative", [flat], { function: name, axis: 0 });
  },
});

/** The greatest elements along the last axis, and their indices. */
export const topKOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.TopK",
  translate(context) {
    const k = context.layer.config.at("k").integer();
    context.add("top-k", [tensorOf(context)], { k, dtype: "int32" }, { outputs: [0, 1] });
  },
});

/** Bounds. */
export const clipOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.Clip",
  translate(context) {
    const { config } = context.layer;
    const bound = (key: string): number | undefined => (typeof config.at(key).value === "number" ? config.at(key).number() : undefined);
    const [minimum, maximum] = [bound("x_min"), bound("x_max")];
    context.add("activation", [tensorOf(context)], {
      function: "clip",
      ...(minimum !== undefined && { minimum }),
      ...(maximum !== undefined && { maximum }),
    });
  },
});

/** Another dtype. */
export const castOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.Cast": undefined, "ops.SaturateCast": undefined },
  translate: (context) => context.add("cast", [tensorOf(context)], { dtype: context.layer.config.at("dtype").dtype() }),
});

/** Elements of one tensor or of another. */
export const whereOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.Where",
  translate(context) {
    const [condition, ...choices] = callOperands(context);
    check(condition !== undefined && choices.length === 2, "takes a condition and two tensors");
    context.add("where", [asDtype(context, condition, "bool"), ...ofOneDtype(context, choices)]);
  },
});

/** What changes no element: copies, and what training alone sees. */
export const identityOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.StopGradient": undefined, "ops.Copy": undefined, "ops.ConvertToTensor": undefined },
  translate: (context) => context.add("identity", [tensorOf(context)]),
});

/** Einstein summations. */
export const einsumOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.Einsum",
  translate: (context) =>
    context.add("einsum", ofOneDtype(context, callOperands(context)), { equation: context.layer.config.at("subscripts").text() }),
});

/** Matrix products. */
export const matmulOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.Matmul": undefined },
  translate: (context) => context.add("matmul", ofOneDtype(context, callOperands(context))),
});

/** The tensor that a function takes. */
export function tensorOf({ inputs: [x] }: TfjsLayerContext): Operand {
  check(x !== undefined, "takes a tensor");
  return x;
}

/** A tensor in a dtype. */
export function asDtype({ step }: TfjsLayerContext, x: Operand, dtype: DType): Operand {
  return x.dtype === dtype ? x : step(`as-${dtype}`, "cast", [x], { dtype })[0]!;
}

/** What a function reduces along: all axes where it names none. */
function reducedOf({ layer: { config } }: TfjsLayerContext): { readonly axes?: readonly number[]; readonly keepDims: boolean } {
  const axis = config.at("axis");
  return { ...(axis.isPresent && { axes: axesOf(axis, []) }), keepDims: config.at("keepdims").flag(false) };
}
