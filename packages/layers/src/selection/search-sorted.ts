import { check, defineLayerType, formatShape, type LayerType, product, sameShape } from "@modelgauge/core";
import { z } from "zod";

/**
 * Where values would be put into sorted rows, by binary search.
 *
 * sorted: […, n]. x: […, m], with the same leading sizes; any shape where `sorted` is a vector. Output: x's shape.
 * Work: ⌈log2(n + 1)⌉ comparisons per value.
 */
export const searchSorted: LayerType = defineLayerType({
  type: "search-sorted",
  attributes: z.strictObject({ dtype: z.enum(["int64", "int32"]).default("int64").describe("dtype of the output") }),
  inputs: { sorted: "tensor", x: "tensor" },

  describe({ attributes: { dtype }, inputs: { sorted, x } }) {
    const fits = sorted.shape.length === 1 || (sorted.shape.length > 1 && sameShape(sorted.shape.slice(0, -1), x.shape.slice(0, -1)));
    check(fits, () => `values of ${formatShape(x.shape)} do not belong to sorted rows of ${formatShape(sorted.shape)}`);
    return { outputs: [{ dtype, shape: x.shape }], work: { compare: product(x.shape) * Math.ceil(Math.log2(sorted.shape.at(-1)! + 1)) } };
  },
});
