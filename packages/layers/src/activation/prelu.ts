import { broadcast, check, defineLayerType, formatShape, type LayerType, product, sameShape } from "@modelgauge/core";
import { z } from "zod";
import { wholeFrom } from "../whole-number.ts";

/**
 * Parametric rectifier (He et al., 2015): negative elements are multiplied by a slope.
 *
 * x: any shape; slope: what broadcasts to it, where it is computed, and a trained tensor otherwise. Output: x's shape.
 * Work per element: one comparison, one multiplication. With a trained slope it works in place.
 */
export const prelu: LayerType = defineLayerType({
  type: "prelu",
  attributes: z.strictObject({
    slopeShape: z
      .array(wholeFrom(0))
      .optional()
      .describe("shape of the trained slope; one slope for each of the second dimension where left out"),
  }),
  inputs: { x: "tensor", slope: "tensor?" },

  weights: ({ slopeShape }, { x, slope }) => ({ slope: slope === undefined && (slopeShape ?? [x.shape[1] ?? 1]) }),

  describe({ inputs: { x, slope } }) {
    check(
      slope === undefined || sameShape(broadcast(x.shape, slope.shape), x.shape),
      () => `a slope of ${formatShape(slope!.shape)} does not broadcast to ${formatShape(x.shape)}`,
    );
    const elements = product(x.shape);
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape }],
      work: { compare: elements, multiply: elements },
      ...(slope === undefined && { aliases: [{ output: 0, input: 0, kind: "in-place" as const }] }),
    };
  },
});
