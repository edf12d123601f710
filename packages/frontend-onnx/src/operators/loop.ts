import type { Tensor } from "@modelgauge/core";
import { loopRuns } from "../loop-runs.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx Loop, since version 1: runs its body `trips` times, or for as long as the condition holds that the body leaves.
 * https://onnx.ai/onnx/operators/onnx__Loop.html
 */
export const loopOperator: OnnxOperator = defineOnnxOperator({
  operator: "Loop",
  inputs: { trips: "setting?", condition: "setting?", carried: "tensors" },
  translate: ({ inputs: { trips, condition, carried }, add, subgraph, undescribed }) => {
    const start = carried.map((operand): Tensor | undefined => operand?.tensor);
    const { bodies, unrolled } = loopRuns({
      trips: trips === undefined ? Infinity : trips.number,
      condition: condition === undefined ? true : condition.number === undefined ? undefined : condition.number !== 0,
      carried: start,
      describe: (inputs) => subgraph("body", inputs),
    });
    if (bodies.some(({ graph }) => graph.outputs.some(({ type }) => type === undefined))) {
      return undescribed("the type of an output of its body is unknown", { bodies });
    }
    add("loop", [trips, condition, ...carried], { unrolled }, { bodies });
  },
});
