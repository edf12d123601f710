import { defineTfjsOp, type TfjsOp } from "../op-translator.ts";

/** SimpleMLCreateModelResource: a decision forest of TensorFlow Decision Forests, which another file holds. */
export const createForestOp: TfjsOp = defineTfjsOp({
  op: "SimpleMLCreateModelResource",
  inputs: {},
  translate: ({ add }) => add("handle-write", []),
});

/** SimpleMLLoadModelFromPathWithHandle: reads the forest. */
export const loadForestOp: TfjsOp = defineTfjsOp({
  op: "SimpleMLLoadModelFromPathWithHandle",
  inputs: { handle: "tensor", path: "setting" },
  translate: ({ inputs: { handle, path }, add }) => add("handle-write", [handle, path]),
});

/** SimpleMLInferenceOpWithHandle: predictions for each example. What that takes, only the forest's own file tells. */
export const forestInferenceOp: TfjsOp = defineTfjsOp({
  op: "SimpleMLInferenceOpWithHandle",
  inputs: { features: "tensors" },
  outputs: ["dense_predictions", "dense_col_representation"],
  translate({ node, operands, undescribed }) {
    const examples = operands.find(({ rank }) => rank === 2)?.shape[0] ?? operands.find(({ rank }) => rank === 1)?.shape[0];
    const columns = node.int("dense_output_dim", 1);
    undescribed("the trees of a decision forest stand in a file of its own", [
      examples === undefined ? undefined : { dtype: "float32", shape: [examples, columns] },
      { dtype: "string", shape: [columns] },
    ]);
  },
});
