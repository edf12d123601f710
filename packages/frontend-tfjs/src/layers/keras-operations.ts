import { check, type Operand } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";
import { axesOf } from "../keras/config.ts";
import { defineTfjsLayers, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";
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
  },
  translate(context, name) {
    context.add("elementwise", ofOneDtype(context, withConstants(context)), { function: name });
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
  },
  translate: ({ inputs, add }, name) => add("activation", inputs.slice(0, 1), { function: name }),
});

/** Functions that combine the elements along axes. */
export const reductionOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.Sum": "sum", "ops.Mean": "mean", "ops.Max": "max", "ops.Min": "min", "ops.Prod": "prod" },
  translate({ layer: { config }, inputs, add }, name) {
    const axis = config.at("axis");
    add("reduce", inputs.slice(0, 1), {
      function: name,
      ...(axis.isPresent && { axes: axesOf(axis, []) }),
      keepDims: config.at("keepdims").flag(false),
    });
  },
});

/** Matrix products. */
export const matmulOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.Matmul": undefined },
  translate: ({ inputs, add }) => add("matmul", inputs),
});

/** Both operands of an element-wise function: numbers among the arguments are constants. */
function withConstants({ inputs, call, constant }: TfjsLayerContext): readonly Operand[] {
  const [x] = inputs;
  check(x !== undefined, "takes a tensor");
  if (inputs.length > 1) return inputs;
  const given: readonly JsonValue[] = call.isObject ? call.at("args").items() : [];
  const scalar = constant(x.dtype, []);
  return given.length > 1 && !given[0]!.isObject ? [scalar, x] : [x, scalar];
}
