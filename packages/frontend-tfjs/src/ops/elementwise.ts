import { defineTfjsOp, defineTfjsOps, type TfjsOp } from "../op-translator.ts";
import { layoutOfNode } from "../graph/image-window.ts";

/** Operations on two tensors that broadcast. https://www.tensorflow.org/api_docs/python/tf/raw_ops */
export const binaryOps: readonly TfjsOp[] = defineTfjsOps({
  ops: {
    Add: "add",
    AddV2: "add",
    Sub: "sub",
    Mul: "mul",
    Div: "div",
    RealDiv: "div",
    DivNoNan: "div-no-nan",
    FloorDiv: "floor-div",
    Mod: "mod",
    FloorMod: "mod",
    Pow: "pow",
    Maximum: "max",
    Minimum: "min",
    SquaredDifference: "squared-difference",
    Atan2: "atan2",
    Equal: "equal",
    NotEqual: "not-equal",
    Greater: "greater",
    GreaterEqual: "greater-equal",
    Less: "less",
    LessEqual: "less-equal",
    LogicalAnd: "and",
    LogicalOr: "or",
    BitwiseAnd: "bit-and",
    BitwiseOr: "bit-or",
    BitwiseXor: "bit-xor",
  },
  inputs: { a: "tensor", b: "tensor" },
  translate: ({ inputs: { a, b }, add }, name) => add("elementwise", [a, b], { function: name }),
});

/** AddN: the sum of any number of tensors. */
export const addNOp: TfjsOp = defineTfjsOp({
  op: "AddN",
  inputs: { tensors: "tensors" },
  translate: ({ inputs: { tensors }, add }) => add("elementwise", tensors, { function: "add" }),
});

/** BiasAdd: a bias for each channel. */
export const biasAddOp: TfjsOp = defineTfjsOp({
  op: "BiasAdd",
  inputs: { value: "tensor", bias: "bias" },
  translate({ node, inputs: { value, bias }, step, add }) {
    if (layoutOfNode(node) === "channels-last" || value.rank < 3) return add("elementwise", [value, bias], { function: "add" });
    const [column] = step("column", "reshape", [bias], { shape: [bias.shape[0]!, ...value.shape.slice(2).map(() => 1)] }, { weights: [] });
    add("elementwise", [value, column], { function: "add" });
  },
});

/** Operations on one tensor, element by element. */
export const unaryOps: readonly TfjsOp[] = defineTfjsOps({
  ops: {
    Abs: "abs",
    Acos: "acos",
    Acosh: "acosh",
    Asin: "asin",
    Asinh: "asinh",
    Atan: "atan",
    Atanh: "atanh",
    Ceil: "ceil",
    Cos: "cos",
    Cosh: "cosh",
    Elu: "elu",
    Erf: "erf",
    Exp: "exp",
    Expm1: "expm1",
    Floor: "floor",
    IsFinite: "is-finite",
    IsInf: "is-inf",
    IsNan: "is-nan",
    LeakyRelu: "leaky-relu",
    Log: "log",
    Log1p: "log1p",
    LogicalNot: "not",
    Neg: "neg",
    Reciprocal: "reciprocal",
    Relu: "relu",
    Relu6: "relu6",
    Round: "round",
    Rsqrt: "rsqrt",
    Selu: "selu",
    Sigmoid: "sigmoid",
    Sign: "sign",
    Sin: "sin",
    Sinh: "sinh",
    Softplus: "softplus",
    Softsign: "softsign",
    Sqrt: "sqrt",
    Square: "square",
    Tan: "tan",
    Tanh: "tanh",
  },
  inputs: { x: "tensor" },
  translate: ({ inputs: { x }, add }, name) => add("activation", [x], { function: name }),
});

/** Erfc: 1 − erf(x). TensorFlow.js has no kernel for it; the converter leaves it in graphs of GELU. */
export const erfcOp: TfjsOp = defineTfjsOp({
  op: "Erfc",
  inputs: { x: "tensor" },
  translate({ inputs: { x }, step, constant, add }) {
    const [erf] = step("erf", "activation", [x], { function: "erf" });
    add("elementwise", [constant(x.dtype, [], [1]), erf], { function: "sub" });
  },
});

/** ClipByValue. */
export const clipByValueOp: TfjsOp = defineTfjsOp({
  op: "ClipByValue",
  inputs: { t: "tensor", minimum: "setting", maximum: "setting" },
  translate({ inputs: { t, minimum, maximum }, add }) {
    add("activation", [t], {
      function: "clip",
      ...(minimum.number !== undefined && { minimum: minimum.number }),
      ...(maximum.number !== undefined && { maximum: maximum.number }),
    });
  },
});

/** Prelu, which TensorFlow.js makes of Relu, Neg and Mul. */
export const preluOp: TfjsOp = defineTfjsOp({
  op: "Prelu",
  inputs: { x: "tensor", alpha: "weight" },
  translate: ({ inputs: { x, alpha }, add }) => add("prelu", [x, alpha]),
});

/** Complex, Real, Imag, ComplexAbs: complex numbers and their parts. */
export const complexOp: TfjsOp = defineTfjsOp({
  op: "Complex",
  inputs: { real: "tensor", imaginary: "tensor" },
  translate: ({ inputs: { real, imaginary }, add }) => add("complex", [real, imaginary]),
});

/** Parts of complex numbers; a real number is its own real part. */
export const complexPartOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { Real: "real", Imag: "imaginary", ComplexAbs: "magnitude" },
  inputs: { x: "tensor" },
  translate: ({ inputs: { x }, add }, part) => add("complex-part", [x], { part }),
});

/** Cast to what TensorFlow.js computes in for an element type. */
export const castOp: TfjsOp = defineTfjsOp({
  op: "Cast",
  inputs: { x: "tensor" },
  passes: true,
  translate: ({ node, inputs: { x }, add }) => add("cast", [x], { dtype: node.dtype("DstT") }),
});

/** SelectV2: each element from one of two tensors; all broadcast. */
export const selectV2Op: TfjsOp = defineTfjsOp({
  op: "SelectV2",
  inputs: { condition: "tensor", a: "tensor", b: "tensor" },
  translate: ({ inputs: { condition, a, b }, add }) => add("where", [condition, a, b]),
});

/** Select: elements, or, by a vector of conditions, whole rows. */
export const selectOp: TfjsOp = defineTfjsOp({
  op: "Select",
  inputs: { condition: "tensor", a: "tensor", b: "tensor" },
  translate({ inputs: { condition, a, b }, step, add }) {
    if (condition.rank !== 1 || a.rank <= 1) return add("where", [condition, a, b]);
    const [rows] = step("rows", "reshape", [condition], { shape: [condition.shape[0]!, ...a.shape.slice(1).map(() => 1)] });
    add("where", [rows, a, b]);
  },
});

/** FakeQuantWithMinMaxVars. */
export const fakeQuantOp: TfjsOp = defineTfjsOp({
  op: "FakeQuantWithMinMaxVars",
  inputs: { inputs: "tensor", min: "setting", max: "setting" },
  translate: ({ inputs: { inputs, min, max }, add }) => add("fake-quantize", [inputs, min, max]),
});
