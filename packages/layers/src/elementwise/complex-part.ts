import { check, defineLayerType, type DType, type LayerType, product, type Work } from "@modelgauge/core";
import { z } from "zod";

const PART_OF: Partial<Record<DType, DType>> = { complex64: "float32", complex128: "float64" };

/**
 * The real or imaginary part of complex numbers, or their magnitude.
 *
 * x: any shape. Output: the same, in the dtype of the parts. Work of the magnitude √(re² + im²): 2 multiplications, an add and a root
 * per element; the parts are only copied.
 */
export const complexPart: LayerType = defineLayerType({
  type: "complex-part",
  attributes: z.strictObject({ part: z.enum(["real", "imaginary", "magnitude"]).describe("which part") }),
  inputs: { x: "tensor" },

  describe({ attributes: { part }, inputs: { x } }) {
    const dtype = PART_OF[x.dtype];
    check(dtype !== undefined, () => `${x.dtype} has no complex numbers`);
    const elements = product(x.shape);
    const work: Work = part === "magnitude" ? { multiply: 2 * elements, add: elements, sqrt: elements } : {};
    return { outputs: [{ dtype, shape: x.shape }], work };
  },
});
