import { beforeAll, describe, it } from "vitest";
import {
  attribute as a,
  compareGraph,
  type Constant,
  flags,
  float,
  floats,
  ints,
  type TestGraph,
  type TestNode,
  words,
} from "./compare-graph.ts";
import { prepareTfjs } from "./prepare-tfjs.ts";

beforeAll(prepareTfjs);

const x = floats([2, 3, 4]);
const image = floats([1, 9, 10, 4]);
const volume = floats([1, 5, 6, 7, 2]);

/** One node on a placeholder `x` and constants. */
function node(
  op: string,
  input: Constant,
  constants: readonly (Constant | "x")[] = [],
  attributes: TestNode["attributes"] = {},
  outputs = 1,
): TestGraph {
  return {
    placeholders: { x: input },
    nodes: { y: { op, inputs: ["x", ...constants], attributes } },
    outputs: Array.from({ length: outputs }, (_, index) => (index === 0 ? "y" : `y:${index}`)),
  };
}

/** One node on constants and then a placeholder. */
const after = (
  op: string,
  constants: readonly Constant[],
  input: Constant,
  attributes: TestNode["attributes"] = {},
  outputs = 1,
): TestGraph => ({
  ...node(op, input, [], attributes, outputs),
  nodes: { y: { op, inputs: [...constants, "x"], attributes } },
});

const each = (ops: readonly string[], graph: (op: string) => TestGraph): Record<string, () => TestGraph> =>
  Object.fromEntries(ops.map((op) => [op, () => graph(op)]));

const strided = (strides: readonly number[], padding: string, more: TestNode["attributes"] = {}): TestNode["attributes"] => ({
  strides: a.ints(...strides),
  padding: a.text(padding),
  ...more,
});
const pooled = (ksize: readonly number[], strides: readonly number[], padding: string): TestNode["attributes"] =>
  strided(strides, padding, { ksize: a.ints(...ksize) });

const OPS: Readonly<Record<string, () => TestGraph>> = {
  ...each(
    [
      "Add",
      "AddV2",
      "Sub",
      "Mul",
      "Div",
      "RealDiv",
      "DivNoNan",
      "FloorDiv",
      "Mod",
      "FloorMod",
      "Pow",
      "Maximum",
      "Minimum",
      "SquaredDifference",
      "Atan2",
    ],
    (op) => node(op, x, [floats([3, 1])]),
  ),
  ...each(["Equal", "NotEqual", "Greater", "GreaterEqual", "Less", "LessEqual"], (op) => node(op, x, [floats([4])])),
  ...each(["LogicalAnd", "LogicalOr"], (op) => node(op, flags([2, 3]), [flags([3])])),
  AddN: () => node("AddN", x, ["x", x]),
  BiasAdd: () => node("BiasAdd", image, [floats([4])]),
  ...each(
    [
      "Abs",
      "Acos",
      "Acosh",
      "Asin",
      "Asinh",
      "Atan",
      "Atanh",
      "Ceil",
      "Cos",
      "Cosh",
      "Elu",
      "Erf",
      "Exp",
      "Expm1",
      "Floor",
      "IsFinite",
      "IsInf",
      "IsNan",
      "LeakyRelu",
      "Log",
      "Log1p",
      "Neg",
      "Reciprocal",
      "Relu",
      "Relu6",
      "Round",
      "Rsqrt",
      "Selu",
      "Sigmoid",
      "Sign",
      "Sin",
      "Sinh",
      "Softplus",
      "Sqrt",
      "Square",
      "Tan",
      "Tanh",
      "Identity",
      "Snapshot",
      "StopGradient",
      "Shape",
      "Size",
      "Rank",
      "ZerosLike",
      "OnesLike",
      "Softmax",
      "LogSoftmax",
    ],
    (op) => node(op, x),
  ),
  LogicalNot: () => node("LogicalNot", flags([2])),
  ClipByValue: () => node("ClipByValue", x, [float(0), float(1)]),
  Prelu: () => node("Prelu", image, [floats([1, 1, 4])]),
  Cast: () => node("Cast", x, [], { DstT: a.type("int32") }),
  SelectV2: () => ({ placeholders: { x }, nodes: { y: { op: "SelectV2", inputs: [flags([3, 1]), "x", "x"] } } }),
  MatMul: () => node("MatMul", floats([5, 3]), [floats([4, 3])], { transpose_a: a.flag(false), transpose_b: a.flag(true) }),
  BatchMatMul: () => node("BatchMatMul", floats([2, 5, 3]), [floats([2, 3, 4])], { adj_x: a.flag(false), adj_y: a.flag(false) }),
  BatchMatMulV2: () => node("BatchMatMulV2", floats([2, 1, 3, 5]), [floats([7, 3, 4])], { adj_x: a.flag(true), adj_y: a.flag(false) }),
  _FusedMatMul: () =>
    node("_FusedMatMul", floats([5, 3]), [floats([3, 4]), floats([4])], {
      num_args: a.int(1),
      fused_ops: a.texts("BiasAdd", "Relu"),
      transpose_a: a.flag(false),
      transpose_b: a.flag(false),
      leakyrelu_alpha: a.float(0.2),
    }),
  Einsum: () => node("Einsum", floats([2, 3, 5]), [floats([2, 5, 4])], { equation: a.text("bij,bjk->bik"), N: a.int(2) }),
  Transpose: () => node("Transpose", x, [ints([2, 0, 1])]),
  MatrixBandPart: () => node("MatrixBandPart", floats([3, 4]), [ints(1), ints(-1)]),
  Conv1D: () =>
    node("Conv1D", floats([1, 21, 4]), [floats([3, 4, 6])], {
      stride: a.int(2),
      padding: a.text("SAME"),
      dilation: a.int(1),
      data_format: a.text("NWC"),
    }),
  Conv2D: () => node("Conv2D", image, [floats([3, 3, 4, 5])], strided([1, 2, 2, 1], "SAME", { dilations: a.ints(1, 1, 1, 1) })),
  "Conv2D with explicit padding": () =>
    node(
      "Conv2D",
      image,
      [floats([3, 3, 4, 5])],
      strided([1, 1, 1, 1], "EXPLICIT", { dilations: a.ints(1, 1, 1, 1), explicit_paddings: a.ints(0, 0, 1, 2, 0, 3, 0, 0) }),
    ),
  _FusedConv2D: () =>
    node(
      "_FusedConv2D",
      image,
      [floats([3, 3, 4, 5]), floats([5])],
      strided([1, 1, 1, 1], "VALID", { num_args: a.int(1), fused_ops: a.texts("BiasAdd", "Relu6"), dilations: a.ints(1, 2, 2, 1) }),
    ),
  "_FusedConv2D with Prelu": () =>
    node(
      "_FusedConv2D",
      image,
      [floats([3, 3, 4, 5]), floats([5]), floats([1, 1, 5])],
      strided([1, 2, 2, 1], "SAME", { num_args: a.int(2), fused_ops: a.texts("BiasAdd", "Prelu"), dilations: a.ints(1, 1, 1, 1) }),
    ),
  ...each(["DepthwiseConv2d", "DepthwiseConv2dNative"], (op) =>
    node(op, image, [floats([3, 3, 4, 2])], strided([1, 2, 2, 1], "SAME", { dilations: a.ints(1, 1, 1, 1) })),
  ),
  FusedDepthwiseConv2dNative: () =>
    node(
      "FusedDepthwiseConv2dNative",
      image,
      [floats([3, 3, 4, 1]), floats([4])],
      strided([1, 1, 1, 1], "SAME", { num_args: a.int(1), fused_ops: a.texts("BiasAdd", "Relu"), dilations: a.ints(1, 1, 1, 1) }),
    ),
  Conv3D: () =>
    node(
      "Conv3D",
      volume,
      [floats([2, 3, 3, 2, 4])],
      strided([1, 1, 2, 2, 1], "SAME", { data_format: a.text("NDHWC"), dilations: a.ints(1, 1, 1, 1, 1) }),
    ),
  Conv2DBackpropInput: () =>
    after(
      "Conv2DBackpropInput",
      [ints([1, 18, 19, 3]), floats([3, 3, 3, 4])],
      image,
      strided([1, 2, 2, 1], "SAME", { explicit_paddings: a.ints() }),
    ),
  Dilation2D: () => node("Dilation2D", image, [floats([3, 3, 4])], strided([1, 2, 2, 1], "SAME", { rates: a.ints(1, 1, 1, 1) })),
  ...each(["MaxPool", "AvgPool"], (op) => node(op, image, [], pooled([1, 3, 2, 1], [1, 2, 2, 1], "SAME"))),
  ...each(["MaxPool3D", "AvgPool3D"], (op) => node(op, volume, [], pooled([1, 2, 2, 2, 1], [1, 2, 2, 2, 1], "VALID"))),
  ...each(["FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3"], (op) =>
    node(op, image, [floats([4]), floats([4]), floats([4]), floats([4])], { epsilon: a.float(0.001) }),
  ),
  LRN: () => node("LRN", image, [], { depth_radius: a.int(2) }),
  ...each(["Sum", "Mean", "Max", "Min", "Prod", "EuclideanNorm"], (op) =>
    node(op, x, [ints([0, 2])], { keep_dims: a.flag(op === "Mean") }),
  ),
  ...each(["All", "Any"], (op) => node(op, flags([2, 3]), [ints([1])], { keep_dims: a.flag(false) })),
  ...each(["ArgMax", "ArgMin"], (op) => node(op, x, [ints(1)])),
  ...each(["Cumsum", "Cumprod"], (op) => node(op, x, [ints(1)], { exclusive: a.flag(true), reverse: a.flag(false) })),
  Bincount: () => node("Bincount", { dtype: "int32", shape: [7] }, [ints(5), floats([0])]),
  DenseBincount: () => node("DenseBincount", { dtype: "int32", shape: [3, 7] }, [ints(5), floats([0])], { binary_output: a.flag(false) }),
  TopKV2: () => node("TopKV2", x, [ints(2)], { sorted: a.flag(true) }, 2),
  Fill: () => ({ nodes: { y: { op: "Fill", inputs: [ints([2, 3]), float(7)] } } }),
  ...each(["Ones", "Zeros"], (op) => ({ nodes: { y: { op, inputs: [ints([2, 3])], attributes: { T: a.type("float32") } } } })),
  ...each(["RandomStandardNormal", "RandomUniform", "TruncatedNormal"], (op) => ({
    nodes: { y: { op, inputs: [ints([2, 3])], attributes: { dtype: a.type("float32") } } },
  })),
  RandomUniformInt: () => ({
    nodes: { y: { op: "RandomUniformInt", inputs: [ints([2, 3])], attributes: { minval: a.int(0), maxval: a.int(9) } } },
  }),
  Multinomial: () => node("Multinomial", floats([2, 5]), [ints(6)]),
  Range: () => ({ nodes: { y: { op: "Range", inputs: [ints(1), ints(10), ints(4)], attributes: { Tidx: a.type("int32") } } } }),
  LinSpace: () => ({ nodes: { y: { op: "LinSpace", inputs: [float(1), float(10), ints(4)] } } }),
  OneHot: () => node("OneHot", { dtype: "int32", shape: [2, 3] }, [ints(5), float(1), float(0)], { T: a.type("float32"), axis: a.int(-1) }),
  ExpandDims: () => node("ExpandDims", x, [ints(-1)]),
  Squeeze: () => node("Squeeze", floats([1, 3, 1, 4]), [], { squeeze_dims: a.ints(2) }),
  Reshape: () => node("Reshape", x, [ints([6, -1])]),
  EnsureShape: () => node("EnsureShape", x, [ints([2, 3, 4])]),
  BroadcastTo: () => node("BroadcastTo", floats([3, 1]), [ints([2, 3, 4])]),
  BroadcastArgs: () => ({ nodes: { y: { op: "BroadcastArgs", inputs: [ints([3, 1]), ints([2, 3, 4])] } } }),
  Pad: () => node("Pad", floats([3, 4]), [{ dtype: "int32", shape: [2, 2], values: [1, 2, 0, 3] }]),
  PadV2: () => node("PadV2", floats([3, 4]), [{ dtype: "int32", shape: [2, 2], values: [1, 2, 0, 3] }, float(1)]),
  MirrorPad: () =>
    node("MirrorPad", floats([3, 4]), [{ dtype: "int32", shape: [2, 2], values: [1, 2, 0, 3] }], { mode: a.text("REFLECT") }),
  Tile: () => node("Tile", x, [ints([1, 2, 3])]),
  DepthToSpace: () => node("DepthToSpace", image, [], { block_size: a.int(2), data_format: a.text("NHWC") }),
  SpaceToBatchND: () => node("SpaceToBatchND", image, [ints([2, 2]), { dtype: "int32", shape: [2, 2], values: [1, 2, 0, 2] }]),
  BatchToSpaceND: () =>
    node("BatchToSpaceND", floats([8, 3, 4, 5]), [ints([2, 2]), { dtype: "int32", shape: [2, 2], values: [1, 0, 0, 2] }]),
  ConcatV2: () => node("ConcatV2", x, [floats([2, 5, 4]), ints(1)], { N: a.int(2) }),
  Concat: () => ({
    placeholders: { x },
    nodes: { y: { op: "Concat", inputs: [ints(1), "x", floats([2, 5, 4])], attributes: { N: a.int(2) } } },
  }),
  Pack: () => node("Pack", x, ["x", "x"], { axis: a.int(1), N: a.int(3) }),
  Unpack: () => node("Unpack", x, [], { axis: a.int(1), num: a.int(3) }, 3),
  Split: () => after("Split", [ints(2)], x, { num_split: a.int(2) }, 2),
  SplitV: () => node("SplitV", x, [ints([1, 2]), ints(1)], { num_split: a.int(2) }, 2),
  Slice: () => node("Slice", x, [ints([0, 1, 0]), ints([1, 2, -1])]),
  StridedSlice: () =>
    node("StridedSlice", x, [ints([1, 0, 0]), ints([2, 3, -1]), ints([1, 1, 1])], {
      begin_mask: a.int(4),
      end_mask: a.int(2),
      shrink_axis_mask: a.int(1),
      ellipsis_mask: a.int(0),
      new_axis_mask: a.int(0),
    }),
  "StridedSlice with an ellipsis and a new axis": () =>
    node("StridedSlice", x, [ints([0, 0, 2]), ints([0, 0, 0]), ints([1, 1, -1])], {
      begin_mask: a.int(0),
      end_mask: a.int(4),
      shrink_axis_mask: a.int(0),
      ellipsis_mask: a.int(1),
      new_axis_mask: a.int(2),
    }),
  Gather: () => node("Gather", x, [ints([1, 0, 1])]),
  GatherV2: () => node("GatherV2", x, [{ dtype: "int32", shape: [2, 5] }, ints(2)], { batch_dims: a.int(1) }),
  GatherNd: () => node("GatherNd", x, [{ dtype: "int32", shape: [5, 2] }]),
  ScatterNd: () => ({
    placeholders: { x: floats([2, 4]) },
    nodes: { y: { op: "ScatterNd", inputs: [{ dtype: "int32", shape: [2, 1], values: [0, 3] }, "x", ints([5, 4])] } },
  }),
  TensorScatterUpdate: () =>
    node("TensorScatterUpdate", floats([5, 4]), [{ dtype: "int32", shape: [2, 1], values: [0, 3] }, floats([2, 4])]),
  SparseToDense: () => ({
    placeholders: { x: floats([2]) },
    nodes: { y: { op: "SparseToDense", inputs: [ints([1, 3]), ints([5]), "x", float(0)] } },
  }),
  ReverseV2: () => node("ReverseV2", x, [ints([1])]),
  Reverse: () => node("Reverse", x, [flags([3], [1, 0, 1])]),
  ...each(["NonMaxSuppressionV2"], (op) => node(op, floats([6, 4]), [floats([6], [6, 5, 4, 3, 2, 1]), ints(3), float(0.5)])),
  ResizeBilinear: () => node("ResizeBilinear", image, [ints([20, 7])], { align_corners: a.flag(false), half_pixel_centers: a.flag(true) }),
  ResizeNearestNeighbor: () =>
    node("ResizeNearestNeighbor", image, [ints([20, 7])], { align_corners: a.flag(false), half_pixel_centers: a.flag(false) }),
  CropAndResize: () =>
    node("CropAndResize", image, [floats([3, 4]), ints([0, 0, 0]), ints([5, 6])], {
      method: a.text("bilinear"),
      extrapolation_value: a.float(0),
    }),
  ImageProjectiveTransformV3: () =>
    node("ImageProjectiveTransformV3", image, [floats([1, 8]), ints([5, 6]), float(0)], {
      interpolation: a.text("BILINEAR"),
      fill_mode: a.text("CONSTANT"),
    }),
  Complex: () => node("Complex", floats([2, 8]), ["x"]),
  RFFT: () => node("RFFT", floats([2, 16]), [ints([16])]),
  FakeQuantWithMinMaxVars: () => node("FakeQuantWithMinMaxVars", x, [float(0), float(6)]),
  IdentityN: () => node("IdentityN", x, [floats([5])], {}, 2),
  ShapeN: () => node("ShapeN", x, [floats([5])], {}, 2),
  LowerBound: () => after("LowerBound", [floats([2, 5])], floats([2, 3])),
  UpperBound: () => after("UpperBound", [floats([2, 5])], floats([2, 3])),
  StringToHashBucketFast: () => ({
    nodes: { y: { op: "StringToHashBucketFast", inputs: [words("a", "b")], attributes: { num_buckets: a.int(10) } } },
  }),
  StaticRegexReplace: () => ({
    nodes: {
      y: {
        op: "StaticRegexReplace",
        inputs: [words("a", "b")],
        attributes: { pattern: a.text("a"), rewrite: a.text("b"), replace_global: a.flag(true) },
      },
    },
  }),
  SparseReshape: () => ({
    nodes: { y: { op: "SparseReshape", inputs: [{ dtype: "int32", shape: [4, 2] }, ints([3, 4]), ints([2, -1])] } },
    outputs: ["y", "y:1"],
  }),
  SparseSegmentSum: () => node("SparseSegmentSum", floats([5, 4]), [ints([0, 2, 3]), ints([0, 0, 1])]),
  SparseSegmentMean: () => node("SparseSegmentMean", floats([5, 4]), [ints([0, 2, 3]), ints([0, 0, 1])]),
  SparseFillEmptyRows: () => ({
    nodes: {
      y: {
        op: "SparseFillEmptyRows",
        inputs: [{ dtype: "int32", shape: [2, 2], values: [0, 1, 2, 0] }, floats([2]), ints([4, 3]), float(0)],
      },
    },
    outputs: ["y", "y:1", "y:2", "y:3"],
  }),
};

describe("operations of TensorFlow.js, as it runs them", () => {
  it.each(Object.keys(OPS))("%s", async (name) => {
    await compareGraph(OPS[name]!());
  });
});
