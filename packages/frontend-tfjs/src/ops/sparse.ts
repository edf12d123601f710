import { check, combine } from "@modelgauge/core";
import { unknownValues } from "../graph/known-values.ts";
import { partitionSizes, type RaggedSize } from "../graph/ragged-sizes.ts";
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
 * RaggedTensorToTensor: rows of different lengths in a tensor. Sizes that its shape leaves open (−1, or all of them, as a scalar) follow from
 * the partitions. Where the elements of these are not known, a width is at most the number of elements that there are to lay out.
 */
export const raggedToTensorOp: TfjsOp = defineTfjsOp({
  op: "RaggedTensorToTensor",
  inputs: { shape: "setting", values: "tensor", fill: "setting", first: "setting", second: "setting?", third: "setting?", more: "tensors" },
  translate({ node, inputs: { shape, values, fill }, operands, add, undescribed }) {
    const partitions = operands.slice(3);
    if (shape.numbers === undefined) return undescribed(unknownValues(shape));
    const types = node.strings("row_partition_types", []);
    check(types.length === partitions.length, () => `has ${partitions.length} partitions of ${types.length} types`);
    const sizes = partitionSizes(types, partitions, values.shape[0] ?? 1);
    const ragged = [...sizes, ...values.shape.slice(1).map((size): RaggedSize => ({ size, status: "exact" }))];
    const wanted = shape.rank === 0 ? ragged.map(() => -1) : shape.numbers;
    check(wanted.length === ragged.length, () => `makes ${ragged.length} dimensions, its shape has ${wanted.length}`);
    const result = wanted.map((size, axis): RaggedSize => (size < 0 ? ragged[axis]! : { size, status: "exact" }));
    const status = combine(shape.status, ...result.map((each) => each.status));
    add("ragged-to-dense", [values, fill, ...partitions], { shape: result.map(({ size }) => size) }, { status });
  },
});
