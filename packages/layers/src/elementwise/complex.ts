import { broadcast, check, defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { commonDtype } from "../common-dtype.ts";

/** Puts complex numbers together from their real and imaginary parts. real, imaginary: shapes that broadcast. Output: their broadcast. */
export const complex: LayerType = defineLayerType({
  type: "complex",
  attributes: z.strictObject({}),
  inputs: { real: "tensor", imaginary: "tensor" },

  describe({ inputs: { real, imaginary } }) {
    const part = commonDtype([real, imaginary]);
    check(part === "float32" || part === "float64", () => `the parts of complex numbers are float32 or float64, not ${part}`);
    return {
      outputs: [{ dtype: part === "float64" ? "complex128" : "complex64", shape: broadcast(real.shape, imaginary.shape) }],
      work: {},
    };
  },
});
