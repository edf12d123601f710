import type { DType, Scalar, Shape, Tensor } from "@modelgauge/core";
import { decisionOf } from "../decision.ts";
import { declaredShape } from "../declared-shape.ts";
import { declaredType } from "../declared-types.ts";
import { loopRuns } from "../loop-runs.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx Loop, since version 1: runs its body `trips` times, or for as long as the condition holds that the body leaves.
 * https://onnx.ai/onnx/operators/onnx__Loop.html
 */
export const loopOperator: OnnxOperator = defineOnnxOperator({
  operator: "Loop",
  inputs: { trips: "setting?", condition: "setting?", carried: "tensors" },
  translate: ({ node, inputs: { trips, condition, carried }, add, subgraph, undescribed }) => {
    // The body may declare its scalars as vectors of one element.
    const [numberShape = [], conditionShape = condition?.shape ?? []] = (node.graph("body")?.input ?? []).map(({ type }) =>
      declaredShape(type && declaredType(type, () => undefined)),
    );
    const { bodies, unrolled } = loopRuns({
      trips: trips === undefined ? Infinity : trips.number,
      tripsStatus: trips?.status ?? "exact",
      condition: condition === undefined ? true : decisionOf(condition),
      carried: carried.map((operand) => operand?.tensor),
      describe: (run, values) => subgraph("body", [single("int64", numberShape, run), single("bool", conditionShape, 1), ...values]),
    });
    if (bodies.some(({ graph }) => graph.outputs.some(({ type }) => type === undefined))) {
      return undescribed("the type of an output of its body is unknown", { bodies });
    }
    add("loop", [trips, condition, ...carried], { unrolled }, { bodies, growsWith: [trips] });
  },
});

function single(dtype: DType, shape: Shape, value: Scalar | undefined): Pick<Tensor, "type" | "status" | "values"> {
  return { type: { dtype, shape }, status: "exact", values: value === undefined ? undefined : [value] };
}
