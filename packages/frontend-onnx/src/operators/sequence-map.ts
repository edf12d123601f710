import { check, type Graph, sameType, type Tensor, type ValueType, type Operand } from "@modelgauge/core";
import type { BodyOptions } from "../operator.ts";
import { defineOnnxOperator, type OnnxOperator } from "../operator.ts";

/**
 * ai.onnx SequenceMap, since version 17: runs its body for each element of the first sequence, and of further inputs that are sequences;
 * tensors it takes as they are. Where the elements are of one type, one description holds for every run.
 * https://onnx.ai/onnx/operators/onnx__SequenceMap.html
 */
export const sequenceMapOperator: OnnxOperator = defineOnnxOperator({
  operator: "SequenceMap",
  inputs: { sequence: "tensor", more: "tensors" },
  translate: ({ operands, add, subgraph, undescribed }) => {
    const values = operands.filter((operand) => operand !== undefined);
    const run = (place: number): Graph =>
      subgraph(
        "body",
        values.map((value) => inRun(value, place)),
      );
    const lengths = values.flatMap(({ type }) => (type.kind === "sequence" && type.elements ? [type.elements.length] : []));
    const [length] = lengths;
    check(
      lengths.every((each) => each === length),
      () => `its sequences have ${lengths.join(" and ")} elements`,
    );
    const bodies = runs(values, length, run);
    if (bodies.some(({ graph }) => graph.outputs.some(({ type }) => type === undefined))) {
      return undescribed("the type of an output of its body is unknown", { bodies });
    }
    add("sequence-map", values, {}, { bodies });
  },
});

function runs(values: readonly Operand[], length: number | undefined, run: (place: number) => Graph): readonly BodyOptions[] {
  if (length === undefined) return [{ name: "body", graph: run(0), runs: 1, status: "at-least" }];
  const isUniform = values.every(
    ({ type }) => type.kind !== "sequence" || (type.elements ?? []).every((element, _, [first]) => sameType(element, first)),
  );
  if (isUniform) return [{ name: "body", graph: run(0), runs: length }];
  return Array.from({ length }, (_, place) => ({ name: "body", graph: run(place), runs: 1 }));
}

/** What a run of the body takes of an input. */
function inRun({ type, tensor }: Operand, place: number): Pick<Tensor, "type" | "status" | "values"> {
  if (type.kind !== "sequence") return tensor;
  const element: ValueType | undefined = type.elements?.[place] ?? type.element;
  return { type: element, status: tensor.status };
}
