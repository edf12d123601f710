import { check, defineLayerType, type LayerType, type OutputType } from "@modelgauge/core";
import { z } from "zod";
import { bodyOutputs } from "./body-outputs.ts";
import { mergeTypes } from "../value-types/merge-types.ts";

/**
 * Runs one of several bodies, as a condition or an index tells; one body alone where it is known which.
 *
 * values: what the bodies take. Outputs: those of the bodies; where bodies differ in a size, the larger one, an upper bound; where
 * they differ in rank or dtype, the larger tensor, an estimate. Work and traffic are the bodies' own.
 */
export const ifLayer: LayerType = defineLayerType({
  type: "if",
  attributes: z.strictObject({}),
  inputs: { condition: "tensor?", values: "values" },
  growsWith: ["condition", "values"],

  describe({ bodies }) {
    const [first, ...others] = bodies.map((body) => ({ body, outputs: bodyOutputs(body) }));
    check(first !== undefined, "has no body");
    for (const { body, outputs } of others) {
      check(
        outputs.length === first.outputs.length,
        () => `${first.body.name} has ${first.outputs.length} outputs, ${body.name} ${outputs.length}`,
      );
    }
    return {
      outputs: first.outputs.map((output, index) =>
        others.reduce<OutputType>((merged, { outputs }) => mergeTypes(merged, outputs[index]!), output),
      ),
      work: {},
      traffic: { read: 0, write: 0 },
    };
  },

  evaluate({ bodies, outputs }) {
    const known = bodies.map(({ graph }) => graph.outputs.map(({ values }) => values));
    return outputs.map((_, index) => {
      const [first, ...others] = known.map((values) => values[index]);
      const agreed =
        first !== undefined &&
        others.every((values) => values?.length === first.length && values.every((value, place) => value === first[place]));
      return agreed ? first : undefined;
    });
  },
});
