import { check, defineLayerType, DTYPES, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { resolveAxes } from "../axes.ts";

/**
 * Layer normalisation (Ba et al., 2016) and root-mean-square normalisation (Zhang and Sennrich, 2019); over other axes, and without scale
 * and shift, what is also called mean-variance normalisation.
 *
 * x: any shape; statistics are taken over `axes`. Output: the same shape; with `statistics`, two more outputs with size 1 in the
 * normalised axes: mean and inverse deviation (`rms`: only the latter).
 * Work per element: to add for the mean, to subtract it, to square, to add for the variance, to multiply by the inverse deviation (`rms`:
 * square, add, multiply), and one operation each for scale and shift; per group of statistics, a division for each mean, an add of
 * epsilon, a root, a division.
 */
export const layerNorm: LayerType = defineLayerType({
  type: "layer-norm",
  attributes: z.strictObject({
    kind: z.enum(["layer", "rms"]).default("layer").describe("whether the mean is subtracted, or only the size normalised"),
    axes: z.array(z.int()).default([-1]).describe("axes that are normalised together, negative from the end"),
    scale: z.boolean().default(true).describe("whether a trained scale multiplies each element of the axes"),
    shift: z.boolean().default(false).describe("whether a trained shift is added to each element of the axes"),
    statistics: z.boolean().default(false).describe("whether the statistics are further outputs"),
    statisticsDtype: z.enum(DTYPES).optional().describe("dtype of the statistics that are given out; the input's where left out"),
  }),
  inputs: { x: "tensor" },

  weights: ({ axes, scale, shift }, { x }) => {
    const shape = resolveAxes(axes, x.shape.length).map((axis) => x.shape[axis]!);
    return { scale: scale && shape, bias: shift && { shape, role: "bias" } };
  },

  describe({ attributes: { kind, axes, scale, shift, statistics, statisticsDtype }, inputs: { x } }) {
    const normalised = resolveAxes(axes, x.shape.length);
    check(normalised.length > 0, "no axis is normalised");
    const reduced = x.shape.map((size, axis) => (normalised.includes(axis) ? 1 : size));
    const elements = product(x.shape);
    const groups = product(reduced);
    const centred = kind === "layer";
    const given = { dtype: statisticsDtype ?? x.dtype, shape: reduced };
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape }, ...(statistics ? (centred ? [given, given] : [given]) : [])],
      work: {
        add: elements * ((centred ? 3 : 1) + (shift ? 1 : 0)) + groups,
        multiply: elements * (2 + (scale ? 1 : 0)),
        divide: groups * (centred ? 3 : 2),
        sqrt: groups,
      },
    };
  },
});
