import { defineTfjsOp, defineTfjsOps, type TfjsOp } from "../op-translator.ts";

/** Operations that hand their input on. */
export const identityOps: readonly TfjsOp[] = defineTfjsOps({
  ops: {
    Identity: undefined,
    Snapshot: undefined,
    StopGradient: undefined,
    PreventGradient: undefined,
    ReadVariableOp: undefined,
    PlaceholderWithDefault: undefined,
  },
  inputs: { x: "tensor" },
  passes: true,
  translate({ inputs: { x }, add, contentOf, noteContent }) {
    add("identity", [x]);
    const content = contentOf(x);
    if (content !== undefined) noteContent(0, content);
  },
});

/** Print: hands its first input on, and prints the others. */
export const printOp: TfjsOp = defineTfjsOp({
  op: "Print",
  inputs: { x: "tensor", data: "tensors" },
  passes: true,
  translate: ({ inputs: { x }, add }) => add("identity", [x]),
});

/** IdentityN: hands each input on. */
export const identityNOp: TfjsOp = defineTfjsOp({
  op: "IdentityN",
  inputs: { tensors: "tensors" },
  passes: true,
  translate({ inputs: { tensors }, add, contentOf, noteContent }) {
    tensors.forEach((tensor, index) => {
      add("identity", [tensor], {}, { outputs: [index] });
      const content = contentOf(tensor);
      if (content !== undefined) noteContent(index, content);
    });
  },
});

/** Shape, Size, Rank: facts of a tensor's type. */
export const shapeOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { Shape: "shape", Size: "size", Rank: "rank" },
  inputs: { input: "tensor" },
  translate: ({ inputs: { input }, add }, type) => add(type, [input], { dtype: "int32" }),
});

/** ShapeN: the shape of each input. */
export const shapeNOp: TfjsOp = defineTfjsOp({
  op: "ShapeN",
  inputs: { input: "tensors" },
  translate({ inputs: { input }, add }) {
    input.forEach((tensor, index) => add("shape", [tensor], { dtype: "int32" }, { outputs: [index] }));
  },
});

/** EnsureShape: hands its input on, whose shape is asserted. */
export const ensureShapeOp: TfjsOp = defineTfjsOp({
  op: "EnsureShape",
  inputs: { input: "tensor", shape: "setting?" },
  passes: true,
  translate: ({ inputs: { input }, add }) => add("identity", [input]),
});
