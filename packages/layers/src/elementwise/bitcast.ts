import { bitsOf, check, defineLayerType, DTYPES, type LayerType } from "@modelgauge/core";
import { z } from "zod";

/**
 * Reads the same bits as another dtype. A view: it costs nothing.
 *
 * x: any shape. Output: the same where the dtypes are equally wide; from a wider one, one more dimension; into a wider one, the last
 * dimension gone, which must hold as many elements as the wider one has parts.
 */
export const bitcast: LayerType = defineLayerType({
  type: "bitcast",
  attributes: z.strictObject({ dtype: z.enum(DTYPES).describe("dtype of the output") }),
  inputs: { x: "tensor" },

  describe({ attributes: { dtype }, inputs: { x } }) {
    const [from, to] = [bitsOf(x.dtype), bitsOf(dtype)];
    check(from !== undefined && to !== undefined, () => `${from === undefined ? x.dtype : dtype} has no fixed width`);
    const parts = Math.max(from, to) / Math.min(from, to);
    const narrower = to < from;
    check(from <= to || Number.isInteger(parts), () => `${x.dtype} has no whole number of ${dtype} in it`);
    check(to <= from || x.shape.at(-1) === parts, () => `the last dimension must be ${parts}, to be read as ${dtype}`);
    return {
      outputs: [{ dtype, shape: from === to ? x.shape : narrower ? [...x.shape, parts] : x.shape.slice(0, -1) }],
      work: {},
      aliases: [{ output: 0, input: 0, kind: "view" }],
    };
  },
});
