import type { DeclaredDim } from "@modelgauge/core";
import { elementStatus, knownShape, learnElement, listStatus, listOf } from "../graph/list-content.ts";
import { defineTfjsOp, type TfjsOp, type TfjsOpContext } from "../op-translator.ts";

const UNKNOWN_ELEMENT = "the shape of the array's elements is not known";
const UNKNOWN_LENGTH = "the length of the array is not known";

/** TensorArrayV3: an array of TensorFlow 1, and the scalar by which its uses are put in order. */
export const tensorArrayOp: TfjsOp = defineTfjsOp({
  op: "TensorArrayV3",
  inputs: { size: "setting" },
  outputs: ["handle", "flow"],
  translate({ node, inputs: { size }, add, noteContent }) {
    const grows = node.flag("dynamic_size", false);
    add("handle-write", []);
    noteContent(0, {
      kind: "list",
      // How far an array grows is not followed.
      length: grows && size.number === 0 ? undefined : size.number,
      status: grows ? "at-least" : "exact",
      element: { dtype: node.dtype("dtype", "float32"), shape: node.shape("element_shape") },
    });
    add("constant-fill", [], { shape: [] }, { outputs: [1] });
  },
});

/** TensorArrayWriteV3: sets an element. */
export const arrayWriteOp: TfjsOp = defineTfjsOp({
  op: "TensorArrayWriteV3",
  inputs: { handle: "tensor", index: "tensor", value: "tensor", flow: "tensor" },
  translate(context) {
    const { handle, index, value, flow } = context.inputs;
    learnElement(listOf(context, handle), value.shape);
    context.add("handle-write", [handle, index, value, flow]);
  },
});

/** TensorArrayReadV3: one element. */
export const arrayReadOp: TfjsOp = defineTfjsOp({
  op: "TensorArrayReadV3",
  inputs: { handle: "tensor", index: "tensor", flow: "tensor" },
  translate(context) {
    const { node, inputs, add, undescribed } = context;
    const list = listOf(context, inputs.handle);
    const shape = knownShape(list, undefined);
    if (shape === undefined) return undescribed(UNKNOWN_ELEMENT);
    const attributes = { dtype: node.dtype("dtype", list!.element.dtype), shape };
    add("handle-read", [inputs.handle, inputs.index, inputs.flow], attributes, { status: elementStatus(list) });
  },
});

/** TensorArrayGatherV3: given elements, stacked. */
export const arrayGatherOp: TfjsOp = defineTfjsOp({
  op: "TensorArrayGatherV3",
  inputs: { handle: "tensor", indices: "tensor", flow: "tensor" },
  translate(context) {
    const { node, inputs, add, undescribed } = context;
    const list = listOf(context, inputs.handle);
    const shape = knownShape(list, node.shape("element_shape"));
    if (shape === undefined) return undescribed(UNKNOWN_ELEMENT);
    const attributes = { dtype: node.dtype("dtype", list!.element.dtype), shape: [inputs.indices.shape[0] ?? 1, ...shape], copy: true };
    add("handle-read", [inputs.handle, inputs.indices, inputs.flow], attributes, { status: elementStatus(list) });
  },
});

/** TensorArrayScatterV3: sets elements from the parts of a tensor. */
export const arrayScatterOp: TfjsOp = defineTfjsOp({
  op: "TensorArrayScatterV3",
  inputs: { handle: "tensor", indices: "tensor", value: "tensor", flow: "tensor" },
  translate: (context) => writeParts(context, context.inputs.value.shape.slice(1)),
});

/** TensorArraySplitV3: sets elements from parts of given lengths. */
export const arraySplitOp: TfjsOp = defineTfjsOp({
  op: "TensorArraySplitV3",
  inputs: { handle: "tensor", value: "tensor", lengths: "setting", flow: "tensor" },
  translate(context) {
    const { value, lengths } = context.inputs;
    const [first, ...others] = lengths.numbers ?? [];
    writeParts(context, [others.every((length) => length === first) ? first : undefined, ...value.shape.slice(1)]);
  },
});

/** TensorArrayConcatV3: all elements, joined along their first axis, and their lengths. */
export const arrayConcatOp: TfjsOp = defineTfjsOp({
  op: "TensorArrayConcatV3",
  inputs: { handle: "tensor", flow: "tensor" },
  outputs: ["value", "lengths"],
  translate(context) {
    const { node, inputs, add, undescribed } = context;
    const list = listOf(context, inputs.handle);
    const shape = knownShape(list, undefined);
    if (shape === undefined || shape.length === 0 || list?.length === undefined)
      return undescribed(shape === undefined ? UNKNOWN_ELEMENT : UNKNOWN_LENGTH);
    const dtype = node.dtype("dtype", list.element.dtype);
    const status = listStatus(list);
    add("handle-read", [inputs.handle, inputs.flow], { dtype: "int32", shape: [list.length] }, { outputs: [1], status });
    add(
      "handle-read",
      [inputs.handle, inputs.flow],
      { dtype, shape: [list.length * shape[0]!, ...shape.slice(1)], copy: true },
      { status },
    );
  },
});

/** TensorArraySizeV3: how many elements there are. */
export const arraySizeOp: TfjsOp = defineTfjsOp({
  op: "TensorArraySizeV3",
  inputs: { handle: "tensor", flow: "tensor" },
  translate(context) {
    const { inputs, add } = context;
    const list = listOf(context, inputs.handle);
    if (list?.length === undefined) return add("handle-read", [inputs.handle, inputs.flow], { dtype: "int32", shape: [] });
    add("constant-fill", [], { shape: [], dtype: "int32", value: list.length }, { status: list.status });
  },
});

/** TensorArrayCloseV3: lets the array go. */
export const arrayCloseOp: TfjsOp = defineTfjsOp({
  op: "TensorArrayCloseV3",
  inputs: { handle: "tensor" },
  translate: ({ inputs: { handle }, add }) => add("handle-write", [handle], {}, { outputs: [] }),
});

function writeParts(context: TfjsOpContext, shape: readonly DeclaredDim[]): void {
  learnElement(listOf(context, context.operands[0]!), shape);
  context.add("handle-write", context.operands);
}
