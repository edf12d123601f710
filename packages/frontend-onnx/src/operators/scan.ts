import { check, combineAll, resolveAxis, type Shape, type Tensor, type Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";
import { required } from "../setting.ts";

/**
 * ai.onnx Scan, since version 8: runs its body over the slices of some inputs. In version 8 all values have a batch dimension, and the
 * first input tells the length of each sequence; since version 9, attributes tell the axes of inputs and outputs.
 * https://onnx.ai/onnx/operators/onnx__Scan.html
 */
export const scanOperator: OnnxOperator = defineOnnxOperator({
  operator: "Scan",
  inputs: { values: "tensors" },
  translate: ({ node, operands, add, subgraph, undescribed }) => {
    const batched = node.version < 9;
    const values = (batched ? operands.slice(1) : operands).map((operand, index) => {
      check(operand !== undefined, () => `value ${index} is missing`);
      return operand;
    });
    const scanned = required(node.int("num_scan_inputs"), "num_scan_inputs");
    check(scanned >= 1 && scanned <= values.length, () => `attribute num_scan_inputs is ${scanned}, there are ${values.length} values`);
    const states = values.length - scanned;
    const axes = node.ints("scan_input_axes");
    const outputAxes = node.ints("scan_output_axes");
    const slices = values.slice(states).map((value, index) => slice(value, batched ? 1 : (axes?.[index] ?? 0)));
    const length = slices[0]!.length;
    slices.forEach((each, index) => {
      check(each.length === length, () => `scan input 0 has ${length} slices, scan input ${index} has ${each.length}`);
    });
    const batch = batched ? values[0]!.shape[0] : undefined;
    const perRun = (dtype: Operand["dtype"], shape: Shape, { status }: Operand): Pick<Tensor, "type" | "status"> => ({
      type: { dtype, shape: batched ? shape.slice(1) : shape },
      status,
    });
    const graph = subgraph("body", [
      ...values.slice(0, states).map((state) => perRun(state.dtype, state.shape, state)),
      ...slices.map(({ shape, of }) => perRun(of.dtype, shape, of)),
    ]);
    const status = combineAll(slices.map(({ of }) => of.status));
    const bodies = [{ name: "body", graph, runs: length * (batch ?? 1), status }];
    if (graph.outputs.some(({ type }) => type === undefined))
      return undescribed("the type of an output of its body is unknown", { bodies });
    add("scan", values, { states, ...(outputAxes && { outputAxes }), ...(batch !== undefined && { batch }) }, { bodies });
  },
});

/** What one run takes of a scanned input, and how many such slices there are. */
function slice(of: Operand, axis: number): { readonly of: Operand; readonly shape: Shape; readonly length: number } {
  const along = resolveAxis(axis, of.rank);
  return { of, shape: of.shape.toSpliced(along, 1), length: of.shape[along]! };
}
