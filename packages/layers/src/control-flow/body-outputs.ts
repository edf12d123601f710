import { type Body, check, type OutputType, type Tensor } from "@modelgauge/core";

/**
 * Types of what a body leaves, with how surely they are known.
 *
 * @throws ModelGaugeError `invalid-layer` when the type of an output is unknown
 */
export function bodyOutputs({ name, graph }: Body): readonly OutputType[] {
  return graph.outputs.map(({ type, status }: Tensor, index): OutputType => {
    check(type !== undefined, () => `the type of output ${index} of ${name} is unknown`);
    return { ...type, ...(status !== "exact" && { status }) };
  });
}
