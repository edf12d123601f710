import { unknownValues } from "../graph/known-values.ts";
import { defineTfjsOp, defineTfjsOps, type TfjsOp } from "../op-translator.ts";

/** SparseFillEmptyRows. */
export const sparseFillEmptyRowsOp: TfjsOp = defineTfjsOp({
  op: "SparseFillEmptyRows",
  inputs: { indices: "setting", values: "tensor", shape: "setting", fill: "setting" },
  outputs: ["output_indices", "output_values", "empty_row_indicator", "reverse_index_map"],
  translate: ({ inputs: { indices, values, shape, fill }, add }) =>
    add("sparse-fill-empty-rows", [indices, values, shape, fill], {}, { outputs: [0, 1, 2, 3] }),
});

/** SparseReshape. */
export const sparseReshapeOp: TfjsOp = defineTfjsOp({
  op: "SparseReshape",
  inputs: { indices: "tensor", shape: "setting", target: "setting" },
  outputs: ["output_indices", "output_shape"],
  translate: ({ inputs: { indices, shape, target }, add }) => add("sparse-reshape", [indices, shape, target], {}, { outputs: [0, 1] }),
});

/** SparseSegmentSum and SparseSegmentMean: rows of a table, combined by segments. */
export const sparseSegmentOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { SparseSegmentSum: "sum", SparseSegmentMean: "mean" },
  inputs: { data: "tensor", indices: "setting", segments: "setting" },
  translate: ({ inputs: { data, indices, segments }, add }, name) => add("segment-reduce", [data, indices, segments], { function: name }),
});

/** RaggedGather: rows of different lengths, by their indices. */
export const raggedGatherOp: TfjsOp = defineTfjsOp({
  op: "RaggedGather",
  inputs: { splits: "tensors", values: "tensor", indices: "setting" },
  translate({ node, inputs: { splits, values, indices }, add }) {
    const outputs = node.int("OUTPUT_RAGGED_RANK", splits.length + indices.rank - 1) + 1;
    add(
      "ragged-gather",
      [indices, values, ...splits],
      {},
      { outputs: Array.from({ length: Math.min(outputs, splits.length + indices.rank) }, (_, index) => index) },
    );
  },
});

/** RaggedRange: ranges of numbers, one after the other. */
export const raggedRangeOp: TfjsOp = defineTfjsOp({
  op: "RaggedRange",
  inputs: { starts: "setting", limits: "setting", deltas: "setting" },
  outputs: ["rt_nested_splits", "rt_dense_values"],
  translate: ({ inputs: { starts, limits, deltas }, add }) =>
    add("ragged-range", [starts, limits, deltas], { dtype: "int32" }, { outputs: [0, 1] }),
});

/**
 * RaggedTensorToTensor: rows of different lengths in a tensor. Sizes that its shape leaves open (−1) follow from the partitions: the number
 * of rows from their splits; a width is at most the number of values.
 */
export const raggedToTensorOp: TfjsOp = defineTfjsOp({
  op: "RaggedTensorToTensor",
  inputs: { shape: "setting", values: "tensor", fill: "setting", partitions: "tensors" },
  translate({ node, inputs: { shape, values, fill, partitions }, add, undescribed }) {
    if (shape.numbers === undefined) return undescribed(unknownValues(shape));
    const types = node.strings("row_partition_types", []);
    const ragged = types.filter((type) => type !== "FIRST_DIM_SIZE").length;
    const open = shape.numbers.length === 0 ? new Array<number>(1 + ragged + Math.max(0, values.rank - 1)).fill(-1) : shape.numbers;
    const inner = values.shape.slice(1);
    const bound = (axis: number): number => {
      if (axis > ragged) return inner[axis - ragged - 1] ?? 1;
      if (axis > 0) return values.shape[0] ?? 1;
      const [first] = partitions;
      return types[0] === "FIRST_DIM_SIZE" ? (first?.number ?? values.shape[0] ?? 1) : Math.max(0, (first?.shape[0] ?? 1) - 1);
    };
    const isBound = open.some((size, axis) => size < 0 && axis > 0 && axis <= ragged);
    const sizes = open.map((size, axis) => (size < 0 ? bound(axis) : size));
    add("ragged-to-dense", [values, fill, ...partitions], { shape: sizes }, { status: isBound ? "at-most" : "exact" });
  },
});
