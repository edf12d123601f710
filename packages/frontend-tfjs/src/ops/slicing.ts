import { check, combine, resolveAxis } from "@modelgauge/core";
import { unknownValues } from "../graph/known-values.ts";
import { resolveStridedSlice } from "../graph/strided-slice.ts";
import { defineTfjsOp, defineTfjsOps, type TfjsOp, type TfjsOpContext } from "../op-translator.ts";

/** The most outputs that a node may have. */
const PARTS_LIMIT = 65_536;

/** ConcatV2 (the axis last) and Concat (the axis first). */
export const concatV2Op: TfjsOp = defineTfjsOp({
  op: "ConcatV2",
  inputs: { values: "tensors", axis: "setting" },
  translate({ inputs: { values, axis }, add, undescribed }) {
    if (axis.number === undefined) return undescribed(unknownValues(axis));
    add("concat", values, { axis: axis.number });
  },
});

/** Concat: the axis comes first. */
export const concatOp: TfjsOp = defineTfjsOp({
  op: "Concat",
  inputs: { axis: "setting", values: "tensors" },
  translate({ inputs: { axis, values }, add, undescribed }) {
    if (axis.number === undefined) return undescribed(unknownValues(axis));
    add("concat", values, { axis: axis.number });
  },
});

/** Pack: joins tensors along a new axis. */
export const packOp: TfjsOp = defineTfjsOp({
  op: "Pack",
  inputs: { values: "tensors" },
  translate: ({ node, inputs: { values }, add }) => add("stack", values, { axis: node.int("axis", 0) }),
});

/** Unpack: cuts a tensor into parts without the axis. */
export const unpackOp: TfjsOp = defineTfjsOp({
  op: "Unpack",
  inputs: { value: "tensor" },
  translate({ node, inputs: { value }, add }) {
    const axis = resolveAxis(node.int("axis", 0), value.rank);
    add("unstack", [value], { axis }, { outputs: positions(value.shape[axis]!) });
  },
});

/** Split into equal parts; the axis comes first. */
export const splitOp: TfjsOp = defineTfjsOp({
  op: "Split",
  inputs: { axis: "setting", value: "tensor" },
  translate({ node, inputs: { axis, value }, add, undescribed }) {
    if (axis.number === undefined) return undescribed(unknownValues(axis));
    const along = resolveAxis(axis.number, value.rank);
    const parts = node.int("num_split", 1);
    const outputs = positions(parts);
    const size = value.shape[along]! / parts;
    check(Number.isInteger(size), () => `axis ${along}, of size ${value.shape[along]}, does not divide into ${parts} parts`);
    add("split", [value], { axis: along, sizes: outputs.map(() => size) }, { outputs });
  },
});

type SplitContext = TfjsOpContext<{ value: "tensor"; sizes: "setting"; axis: "setting" }>;

/** SplitV into parts of given sizes; one may be −1, or a single number may tell how many there are. */
export const splitVOp: TfjsOp = defineTfjsOp({
  op: "SplitV",
  inputs: { value: "tensor", sizes: "setting", axis: "setting" },
  translate(context) {
    const { node, inputs, add, undescribed } = context;
    const { value, sizes, axis } = inputs;
    const unknown = [axis, sizes].find(({ numbers }) => numbers === undefined);
    if (unknown !== undefined)
      return undescribed(unknownValues(unknown), new Array(Math.min(node.int("num_split", 1), PARTS_LIMIT)).fill(undefined));
    const along = resolveAxis(axis.number!, value.rank);
    const given = sizes.numbers!;
    if (sizes.status !== "exact") return vagueParts(context, along, given);
    const known = given.filter((size) => size >= 0).reduce((sum, size) => sum + size, 0);
    const parts = given.map((size) => (size < 0 ? value.shape[along]! - known : size));
    add("split", [value], { axis: along, sizes: parts }, { outputs: positions(parts.length) });
  },
});

/** Slice: from a first element on, so many; −1 for all that follow. */
export const sliceOp: TfjsOp = defineTfjsOp({
  op: "Slice",
  inputs: { input: "tensor", begin: "setting", size: "setting" },
  translate({ inputs: { input, begin, size }, add, undescribed }) {
    const unknown = [begin, size].find(({ numbers }) => numbers === undefined);
    if (unknown !== undefined) return undescribed(unknownValues(unknown));
    const counts = size.numbers!;
    // Where nobody knows where it begins, all that follows is at most everything.
    const early = begin.status !== "exact" && size.status === "exact" && input.values === undefined && counts.some((count) => count < 0);
    const starts = begin.numbers!.map((start, axis) => (early && counts[axis]! < 0 ? 0 : start));
    const sizes = counts.map((count, axis) => (count < 0 ? input.shape[axis]! - starts[axis]! : count));
    add("slice", [input], { starts, sizes }, early ? { status: "at-most" } : {});
  },
});

/** StridedSlice: ranges, single indices, new axes and an ellipsis, by masks. */
export const stridedSliceOp: TfjsOp = defineTfjsOp({
  op: "StridedSlice",
  inputs: { input: "tensor", begin: "setting", end: "setting", strides: "setting" },
  translate({ node, inputs: { input, begin, end, strides }, step, add, undescribed }) {
    const resolved = resolveStridedSlice(input.shape, {
      entries: begin.shape[0] ?? 0,
      begin: begin.numbers,
      end: end.numbers,
      strides: strides.numbers,
      vagueBegin: begin.status !== "exact",
      vagueEnd: end.status !== "exact",
      beginMask: node.int("begin_mask", 0),
      endMask: node.int("end_mask", 0),
      ellipsisMask: node.int("ellipsis_mask", 0),
      newAxisMask: node.int("new_axis_mask", 0),
      shrinkAxisMask: node.int("shrink_axis_mask", 0),
    });
    const unknown = unknownValues([begin, end, strides].find(({ numbers }) => numbers === undefined) ?? begin);
    if (resolved === undefined) return undescribed(unknown);
    const { shape, placed, early, ...slice } = resolved;
    // Which of known elements it is, is not known.
    if (!placed && input.values !== undefined) return undescribed(unknown, [{ dtype: input.dtype, shape }]);
    const options = early ? ({ status: end.status === "exact" ? "at-most" : combine("at-most", end.status) } as const) : {};
    if (node.int("new_axis_mask", 0) === 0 && node.int("shrink_axis_mask", 0) === 0) return add("slice", [input], slice, options);
    const [part] = step("slice", "slice", [input], slice, options);
    add("reshape", [part], { shape }, options);
  },
});

/** Gather and GatherV2: slices along an axis, by their indices. */
export const gatherOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { Gather: undefined, GatherV2: undefined },
  inputs: { params: "tensor", indices: "tensor", axis: "setting?" },
  translate({ node, inputs: { params, indices, axis }, add, undescribed }) {
    if (axis !== undefined && axis.number === undefined) return undescribed(unknownValues(axis));
    const batchDims = node.int("batch_dims", 0);
    const shared = batchDims < 0 ? batchDims + indices.rank : batchDims;
    add("gather", [params, indices], { axis: axis?.number ?? 0, batchDims: shared });
  },
});

/** GatherNd: slices, each by a vector of indices. */
export const gatherNdOp: TfjsOp = defineTfjsOp({
  op: "GatherNd",
  inputs: { params: "tensor", indices: "tensor" },
  translate: ({ inputs: { params, indices }, add }) => add("gather-nd", [params, indices]),
});

/** ScatterNd: adds updates up in a tensor of zeros. */
export const scatterNdOp: TfjsOp = defineTfjsOp({
  op: "ScatterNd",
  inputs: { indices: "tensor", updates: "tensor", shape: "setting" },
  translate({ inputs: { indices, updates, shape }, step, add, undescribed }) {
    if (shape.numbers === undefined) return undescribed(unknownValues(shape));
    const [zeros] = step("zeros", "constant-fill", [], { shape: shape.numbers, dtype: updates.dtype });
    add("scatter-nd", [zeros, indices, updates], { reduction: "add" });
  },
});

/** TensorScatterUpdate: writes updates into a copy. */
export const tensorScatterOp: TfjsOp = defineTfjsOp({
  op: "TensorScatterUpdate",
  inputs: { tensor: "tensor", indices: "tensor", updates: "tensor" },
  translate: ({ inputs: { tensor, indices, updates }, add }) => add("scatter-nd", [tensor, indices, updates]),
});

/** SparseToDense: values at indices, and a default everywhere else. */
export const sparseToDenseOp: TfjsOp = defineTfjsOp({
  op: "SparseToDense",
  inputs: { indices: "tensor", shape: "setting", values: "tensor", fill: "setting" },
  translate({ inputs: { indices, shape, values, fill }, step, add, undescribed }) {
    if (shape.numbers === undefined) return undescribed(unknownValues(shape));
    const sizes = shape.numbers;
    // A scalar is one index; a vector, one index each of a vector.
    const depth = indices.rank === 2 ? indices.shape[1]! : 1;
    const count = indices.rank === 0 ? 1 : indices.shape[0]!;
    const [dense] = step("fill", "expand", [fill], { shape: sizes });
    const [places] = indices.rank === 2 ? [indices] : step("places", "reshape", [indices], { shape: [count, depth] });
    const [updates] = values.rank === 0 ? step("values", "expand", [values], { shape: [count] }) : [values];
    add("scatter-nd", [dense, places, updates]);
  },
});

/** ReverseV2: turns axes round. */
export const reverseV2Op: TfjsOp = defineTfjsOp({
  op: "ReverseV2",
  inputs: { tensor: "tensor", axis: "setting" },
  translate({ inputs: { tensor, axis }, add }) {
    // Whichever axes they are, type and cost are the same.
    add("reverse", [tensor], { axes: axis.numbers ?? [] }, { status: axis.numbers === undefined ? "estimate" : "exact" });
  },
});

/** Reverse: turns round the dimensions that a vector of flags marks. */
export const reverseOp: TfjsOp = defineTfjsOp({
  op: "Reverse",
  inputs: { tensor: "tensor", dims: "setting" },
  translate({ inputs: { tensor, dims }, add }) {
    const axes = dims.numbers?.flatMap((marked, axis) => (marked === 0 ? [] : [axis])) ?? [];
    add("reverse", [tensor], { axes }, { status: dims.numbers === undefined ? "estimate" : "exact" });
  },
});

/** Parts whose sizes are only bounds or estimates, and so begin nobody knows where: each at its upper bound. */
function vagueParts({ inputs: { value, sizes }, step, add }: SplitContext, along: number, given: readonly number[]): void {
  const whole = value.shape[along]!;
  const starts = value.shape.map(() => 0);
  const last = positions(given.length).length - 1;
  given.forEach((size, part) => {
    const most = size >= 0 && sizes.status === "at-most" ? Math.min(size, whole) : whole;
    const attributes = { starts, sizes: value.shape.with(along, most) };
    if (part === last) add("slice", [value], attributes, { outputs: [part], status: "at-most" });
    else step(`part-${part}`, "slice", [value], attributes, { outputs: [part], status: "at-most" });
  });
}

function positions(count: number): readonly number[] {
  check(Number.isInteger(count) && count >= 0 && count <= PARTS_LIMIT, () => `${count} outputs are none, or more than ${PARTS_LIMIT}`);
  return Array.from({ length: count }, (_, index) => index);
}
