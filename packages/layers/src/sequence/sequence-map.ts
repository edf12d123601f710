import { type Body, check, defineLayerType, type LayerType, type OutputType, type SequenceType } from "@modelgauge/core";
import { z } from "zod";
import { bodyOutputs } from "../control-flow/body-outputs.ts";
import { REFERENCES_ONLY, repeatedElement, sequenceType } from "./sequence-type.ts";

/**
 * Runs a body for each element of a sequence.
 *
 * values: what the bodies take. Bodies: one that runs as often as there are elements, or one for each. Outputs: for each output of the
 * bodies, the sequence of what the runs leave. Work and traffic are the bodies' own.
 */
export const sequenceMap: LayerType = defineLayerType({
  type: "sequence-map",
  attributes: z.strictObject({}),
  inputs: { values: "values" },

  describe({ bodies }) {
    const [first, ...others] = bodies.map((body) => ({ body, outputs: bodyOutputs(body) }));
    check(first !== undefined, "has no body");
    const outputs = first.outputs.map((output, index): SequenceType => {
      if (others.length > 0) return sequenceType([first, ...others].map((run): OutputType => run.outputs[index]!));
      return sequenceOfRuns(output, first.body);
    });
    return { outputs, ...REFERENCES_ONLY };
  },
});

function sequenceOfRuns(output: OutputType, { runs, status }: Body): SequenceType {
  return status === "exact" ? repeatedElement(output, runs) : { kind: "sequence", element: output };
}
