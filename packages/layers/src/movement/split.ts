import { check, defineLayerType, type LayerType, resolveAxis } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { size } from "../size-schema.ts";
import { take } from "../values/take.ts";
import { tensorOutput } from "../values/tensor-output.ts";
import { wholeFrom } from "../whole-number.ts";

const along = axis.default(0).describe("axis along which to cut, negative from the end");
const parts = z.array(size).describe("size of each part along the axis; together all of it");

/**
 * Cuts a tensor into parts along an axis.
 *
 * x: any shape. Outputs: one a part, of its size along the axis.
 */
export const split: LayerType = defineLayerType({
  type: "split",
  attributes: z.strictObject({ axis: along, sizes: parts }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  shorthand: {
    attributes: z.strictObject({
      axis: along,
      sizes: parts.optional(),
      parts: wholeFrom(1).optional().describe("in place of `sizes`: how many parts, all of one size"),
    }),
    expand({ axis, sizes, parts }, { x }) {
      check((sizes === undefined) !== (parts === undefined), "give either sizes or parts");
      if (parts === undefined) return { axis, sizes };
      const whole = x.shape[resolveAxis(axis, x.shape.length)]!;
      check(whole % parts === 0, () => `${whole} elements along axis ${axis} do not divide into ${parts} parts`);
      return { axis, sizes: Array.from({ length: parts }, () => whole / parts) };
    },
  },

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
