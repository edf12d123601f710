import { check, defineLayerType, type LayerType, resolveAxis } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { size } from "../size-schema.ts";
import { take } from "../values/take.ts";
import { tensorOutput } from "../values/tensor-output.ts";

/**
 * Cuts a tensor into parts along an axis.
 *
 * x: any shape. Outputs: one a part, of its size along the axis.
 */
export const split: LayerType = defineLayerType({
  type: "split",
  attributes: z.strictObject({
    axis: axis.default(0).describe("axis along which to cut, negative from the end"),
    sizes: z.array(size).describe("size of each part along the axis; together all of it"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { axis, sizes }, inputs: { x } }) {
    const along = resolveAxis(axis, x.shape.length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    check(total === x.shape[along], () => `parts of ${sizes.join(" + ")} do not make up axis ${along}, of size ${x.shape[along]}`);
    return { outputs: sizes.map((size) => ({ dtype: x.dtype, shape: x.shape.with(along, size) })), work: {} };
  },

  evaluate({ attributes: { axis, sizes }, inputs: { x }, outputs }) {
    const along = resolveAxis(axis, x.shape.length);
    let start = 0;
    return sizes.map((size, part) => {
      const begin = start;
      start += size;
      return take(x, tensorOutput(outputs, part).shape, (index) => index.with(along, begin + index[along]!));
    });
  },
});
