import { addWork, check, defineLayerType, type DType, type LayerType, product, resolveAxis, type Shape, type Work } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { size } from "../size-schema.ts";
import { fourierWork } from "./fourier-work.ts";

const COMPLEX_OF: Partial<Record<DType, DType>> = { float32: "complex64", float64: "complex128" };
const REAL_OF: Partial<Record<DType, DType>> = { complex64: "float32", complex128: "float64" };

/**
 * The discrete Fourier transform along one axis, or its inverse.
 *
 * x: any shape. Along the axis, it is cut or filled up with zeros to `length` points; the output has as many, or ⌊length / 2⌋ + 1 where
 * it is the half that tells all of a real input's transform. Complex numbers are elements of a complex dtype, or, with `pairs`, a last
 * dimension of 2 (1 where they are real).
 * Work: a fast Fourier transform for each line along the axis, real ones at half its cost; the inverse divides by `length`, so
 * multiplies each real number of the output. An estimate.
 */
export const fft: LayerType = defineLayerType({
  type: "fft",
  attributes: z.strictObject({
    axis: axis.default(-1).describe("axis that is transformed, negative from the end (of all dimensions, that of pairs included)"),
    length: size.optional().describe("points of the transform; the size of the axis where left out"),
    inverse: z.boolean().default(false).describe("whether it is the inverse transform"),
    output: z
      .enum(["full", "half", "real"])
      .default("full")
      .describe("all of a complex transform, the half that follows from real input, or the real numbers that a half stands for"),
    pairs: z.boolean().default(false).describe("whether complex numbers are a last dimension of 2"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { axis, length, inverse, output, pairs }, inputs: { x } }) {
    const along = resolveAxis(axis, x.shape.length);
    const parts = x.shape.at(-1)!;
    check(
      !pairs || (along < x.shape.length - 1 && (parts === 1 || parts === 2)),
      () => `the last dimension is ${parts}, and holds no complex numbers apart from axis ${axis}`,
    );
    const points = length ?? (output === "real" ? 2 * (x.shape[along]! - 1) : x.shape[along]!);
    check(points > 0, "there is nothing to transform");
    const realInput = pairs ? parts === 1 : COMPLEX_OF[x.dtype] !== undefined;
    check(output !== "half" || realInput, "half of a transform follows from real input only");
    const shape: Shape = x.shape.with(along, output === "half" ? Math.floor(points / 2) + 1 : points);
    const lines = product(x.shape.with(along, 1)) / (pairs ? parts : 1);
    const realNumbers = output === "real" ? lines * points : 2 * lines * shape[along]!;
    const scaling: Work = inverse ? { multiply: realNumbers } : {};
    return {
      outputs: [
        pairs
          ? { dtype: x.dtype, shape: shape.toSpliced(-1, 1, output === "real" ? 1 : 2) }
          : { dtype: dtypeAfter(x.dtype, output === "real"), shape },
      ],
      work: addWork(fourierWork(lines, points, realInput || output === "real"), scaling),
      status: "estimate",
    };
  },
});

function dtypeAfter(dtype: DType, real: boolean): DType {
  return (real ? REAL_OF[dtype] : COMPLEX_OF[dtype]) ?? dtype;
}
