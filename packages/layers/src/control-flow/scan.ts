import { check, combine, defineLayerType, isTensorType, type LayerType, type OutputType, resolveAxis } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { size } from "../size-schema.ts";
import { bodyOutputs } from "./body-outputs.ts";

/**
 * Runs a body once for each slice of its inputs along an axis, handing states from each run to the next.
 *
 * values: initial states, then what is sliced. The body's outputs: the states, then a slice of each further output. Outputs: the
 * states after the last run; then the slices stacked along their axes, as many as the body runs. With a batch, states are [batch, …],
 * and what is stacked [batch, …]; the body runs for each sample by itself. Work and traffic are the body's own.
 */
export const scan: LayerType = defineLayerType({
  type: "scan",
  attributes: z.strictObject({
    states: size.default(0).describe("how many states are handed on"),
    outputAxes: z.array(axis).optional().describe("for each stacked output, the axis of the runs, negative from the end; 0 where left out"),
    batch: size
      .optional()
      .describe("samples that the body runs for, one at a time, where inputs and outputs have such a leading dimension"),
  }),
  inputs: { values: "values" },

  describe({ attributes: { states, outputAxes, batch }, bodies: [body] }) {
    check(body !== undefined, "has no body");
    const outputs = bodyOutputs(body);
    check(outputs.length >= states, () => `${body.name} has ${outputs.length} outputs, ${states} states are expected`);
    check(!batch || body.runs % batch === 0, () => `${body.runs} runs do not divide into a batch of ${batch}`);
    const lead = batch === undefined ? [] : [batch];
    const length = batch ? body.runs / batch : body.runs;
    const scanned = outputs.map((output, index): OutputType => {
      check(isTensorType(output), () => `output ${index} of ${body.name} is a ${output.kind}, not a tensor`);
      if (index < states) return { ...output, shape: [...lead, ...output.shape] };
      const along = resolveAxis(outputAxes?.[index - states] ?? 0, output.shape.length + 1);
      const status = combine(output.status ?? "exact", body.status);
      return { dtype: output.dtype, shape: [...lead, ...output.shape.toSpliced(along, 0, length)], ...(status !== "exact" && { status }) };
    });
    return { outputs: scanned, work: {}, traffic: { read: 0, write: 0 } };
  },
});
