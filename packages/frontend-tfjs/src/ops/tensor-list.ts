import { combine, type DeclaredDim, type Operand } from "@modelgauge/core";
import type { ListContent } from "../graph/handles.ts";
import { elementShape, elementStatus, knownShape, learnElement, listStatus, listOf } from "../graph/list-content.ts";
import { defineTfjsOp, defineTfjsOps, type TfjsOp, type TfjsOpContext } from "../op-translator.ts";

const UNKNOWN_ELEMENT = "the shape of the list's elements is not known";
const UNKNOWN_LENGTH = "the length of the list is not known";

/** EmptyTensorList. https://www.tensorflow.org/api_docs/python/tf/raw_ops/EmptyTensorList */
export const emptyListOp: TfjsOp = defineTfjsOp({
  op: "EmptyTensorList",
  inputs: { elementShape: "setting", most: "setting" },
  translate: (context) => newList(context, [], 0, elementShape(context.inputs.elementShape)),
});

/** TensorListReserve: a list of so many elements that are yet to be set. */
export const reserveListOp: TfjsOp = defineTfjsOp({
  op: "TensorListReserve",
  inputs: { elementShape: "setting", count: "setting" },
  translate: (context) => newList(context, [], context.inputs.count.number, elementShape(context.inputs.elementShape)),
});

/** TensorListFromTensor: the parts of a tensor along its first axis. */
export const listFromTensorOp: TfjsOp = defineTfjsOp({
  op: "TensorListFromTensor",
  inputs: { tensor: "tensor", elementShape: "setting" },
  translate(context) {
    const { tensor } = context.inputs;
    newList(context, [tensor], tensor.shape[0], tensor.shape.slice(1));
  },
});

/** TensorListScatter: a list with the parts of a tensor at given positions. */
export const scatterListOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { TensorListScatter: undefined, TensorListScatterV2: undefined },
  inputs: { tensor: "tensor", indices: "setting", elementShape: "setting", count: "setting?" },
  translate(context) {
    const { tensor, indices, count } = context.inputs;
    const least = indices.numbers === undefined ? indices.shape[0] : Math.max(0, ...indices.numbers.map((index) => index + 1));
    const told = count?.number;
    newList(context, [tensor, indices], told !== undefined && told >= 0 ? told : least, tensor.shape.slice(1));
  },
});

/** TensorListSplit: a list of parts of given lengths. */
export const splitListOp: TfjsOp = defineTfjsOp({
  op: "TensorListSplit",
  inputs: { tensor: "tensor", elementShape: "setting", lengths: "setting" },
  translate(context) {
    const { tensor, lengths } = context.inputs;
    newList(context, [tensor], lengths.shape[0], [commonLength(lengths), ...tensor.shape.slice(1)]);
  },
});

/** TensorListSetItem: the list with another element; where it stands behind the end, and may, the list grows as far. */
export const setItemOp: TfjsOp = defineTfjsOp({
  op: "TensorListSetItem",
  inputs: { list: "tensor", index: "setting", item: "tensor" },
  translate(context) {
    const { list, index, item } = context.inputs;
    const position = index.status === "exact" ? index.number : undefined;
    const grows = context.node.flag("resize_if_index_out_of_bounds", false);
    learnElement(listOf(context, list), item.shape);
    sameList(context, [list, index, item], (content) => withElementAt(content, position, grows));
  },
});

/** TensorListPushBack: the list with one more element. */
export const pushBackOp: TfjsOp = defineTfjsOp({
  op: "TensorListPushBack",
  inputs: { list: "tensor", item: "tensor" },
  translate(context) {
    const { list, item } = context.inputs;
    learnElement(listOf(context, list), item.shape);
    sameList(context, [list, item], (content) => ({ ...content, length: content.length === undefined ? undefined : content.length + 1 }));
  },
});

/** TensorListPopBack: the list without its last element, and this. */
export const popBackOp: TfjsOp = defineTfjsOp({
  op: "TensorListPopBack",
  inputs: { list: "tensor", elementShape: "setting" },
  outputs: ["output_handle", "tensor"],
  translate(context) {
    const { node, inputs, add, undescribed } = context;
    const list = listOf(context, inputs.list);
    const shape = knownShape(list, elementShape(inputs.elementShape));
    if (shape === undefined) return undescribed(UNKNOWN_ELEMENT, [inputs.list.type]);
    const attributes = { dtype: node.dtype("element_dtype", "float32"), shape };
    add("handle-read", [inputs.list], attributes, { outputs: [1], status: elementStatus(list) });
    sameList(context, [inputs.list], (content) => ({
      ...content,
      length: content.length === undefined ? undefined : Math.max(0, content.length - 1),
    }));
  },
});

/** TensorListResize. */
export const resizeListOp: TfjsOp = defineTfjsOp({
  op: "TensorListResize",
  inputs: { list: "tensor", size: "setting" },
  translate(context) {
    const { list, size } = context.inputs;
    sameList(context, [list], (content) => ({ ...content, length: size.number, status: "exact" }));
  },
});

/** TensorListGetItem: one element. */
export const getItemOp: TfjsOp = defineTfjsOp({
  op: "TensorListGetItem",
  inputs: { list: "tensor", index: "tensor", elementShape: "setting" },
  translate(context) {
    const { node, inputs, add, undescribed } = context;
    const list = listOf(context, inputs.list);
    const shape = knownShape(list, elementShape(inputs.elementShape));
    if (shape === undefined) return undescribed(UNKNOWN_ELEMENT);
    const attributes = { dtype: node.dtype("element_dtype", "float32"), shape };
    add("handle-read", [inputs.list, inputs.index], attributes, { status: elementStatus(list) });
  },
});

/** TensorListGather: given elements, stacked. */
export const gatherListOp: TfjsOp = defineTfjsOp({
  op: "TensorListGather",
  inputs: { list: "tensor", indices: "tensor", elementShape: "setting" },
  translate(context) {
    const { node, inputs, add, undescribed } = context;
    const list = listOf(context, inputs.list);
    const shape = knownShape(list, elementShape(inputs.elementShape));
    if (shape === undefined) return undescribed(UNKNOWN_ELEMENT);
    const attributes = { dtype: node.dtype("element_dtype", "float32"), shape: [inputs.indices.shape[0] ?? 1, ...shape], copy: true };
    add("handle-read", [inputs.list, inputs.indices], attributes, { status: elementStatus(list) });
  },
});

/** TensorListStack: all elements, stacked. */
export const stackListOp: TfjsOp = defineTfjsOp({
  op: "TensorListStack",
  inputs: { list: "tensor", elementShape: "setting?" },
  translate(context) {
    const { node, inputs, add, undescribed } = context;
    const list = listOf(context, inputs.list);
    const shape = knownShape(list, elementShape(inputs.elementShape));
    const told = node.int("num_elements", -1);
    const length = list?.length ?? (told < 0 ? undefined : told);
    if (shape === undefined || length === undefined) return undescribed(shape === undefined ? UNKNOWN_ELEMENT : UNKNOWN_LENGTH);
    const attributes = { dtype: node.dtype("element_dtype", "float32"), shape: [length, ...shape], copy: true };
    add("handle-read", [inputs.list], attributes, { status: listStatus(list) });
  },
});

/** TensorListConcat: all elements, joined along their first axis, and their lengths. */
export const concatListOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { TensorListConcat: undefined, TensorListConcatV2: undefined },
  inputs: { list: "tensor", elementShape: "setting?", leading: "setting?" },
  outputs: ["tensor", "lengths"],
  translate(context) {
    const { node, inputs, add, undescribed } = context;
    const list = listOf(context, inputs.list);
    const told = node.has("element_shape") ? node.shape("element_shape") : elementShape(inputs.elementShape);
    const shape = knownShape(list, told);
    if (shape === undefined || list?.length === undefined || shape.length === 0)
      return undescribed(list?.length === undefined ? UNKNOWN_LENGTH : UNKNOWN_ELEMENT);
    const dtype = node.dtype("element_dtype", "float32");
    const status = listStatus(list);
    add("handle-read", [inputs.list], { dtype: "int32", shape: [list.length] }, { outputs: [1], status });
    add("handle-read", [inputs.list], { dtype, shape: [list.length * shape[0]!, ...shape.slice(1)], copy: true }, { status });
  },
});

/** TensorListLength. */
export const listLengthOp: TfjsOp = defineTfjsOp({
  op: "TensorListLength",
  inputs: { list: "tensor" },
  translate(context) {
    const list = listOf(context, context.inputs.list);
    if (list?.length === undefined) return context.add("handle-read", [context.inputs.list], { dtype: "int32", shape: [] });
    context.add("constant-fill", [], { shape: [], dtype: "int32", value: list.length }, { status: list.status });
  },
});

function newList(
  context: TfjsOpContext,
  inputs: readonly Operand[],
  length: number | undefined,
  shape: readonly DeclaredDim[] | undefined,
): void {
  const { node, add, noteContent } = context;
  add("handle-write", inputs);
  noteContent(0, { kind: "list", length, status: "exact", element: { dtype: node.dtype("element_dtype", "float32"), shape } });
}

function sameList(context: TfjsOpContext, inputs: readonly Operand[], change: (content: ListContent) => ListContent): void {
  const content = listOf(context, inputs[0]!);
  context.add("handle-write", inputs);
  if (content !== undefined) context.noteContent(0, change(content));
}

/** The list once it has an element at a position; one that is not known leaves open how far a list grows. */
function withElementAt(list: ListContent, position: number | undefined, grows: boolean): ListContent {
  if (list.length === undefined) return list;
  if (position !== undefined) return { ...list, length: Math.max(list.length, position + 1) };
  return grows ? { ...list, length: Math.max(list.length, 1), status: combine(list.status, "at-least") } : list;
}

/** The length that all parts have. */
function commonLength(lengths: Operand): number | undefined {
  const [first, ...others] = lengths.numbers ?? [];
  return others.every((length) => length === first) ? first : undefined;
}
