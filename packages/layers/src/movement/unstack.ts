import { check, defineLayerType, type LayerType, resolveAxis } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { take } from "../values/take.ts";

/** The most outputs that one layer may have. */
const PARTS_LIMIT = 65_536;

/**
 * Cuts a tensor along an axis into parts that lack it.
 *
 * x: any shape. Outputs: one for each index along the axis.
 */
export const unstack: LayerType = defineLayerType({
  type: "unstack",
  attributes: z.strictObject({
    axis: axis.default(0).describe("axis along which to cut, negative from the end"),
  }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  describe({ attributes: { axis }, inputs: { x } }) {
    const along = resolveAxis(axis, x.shape.length);
    const shape = x.shape.toSpliced(along, 1);
    check(x.shape[along]! <= PARTS_LIMIT, () => `axis ${along} has ${x.shape[along]} parts, more than ${PARTS_LIMIT}`);
    return { outputs: Array.from({ length: x.shape[along]! }, () => ({ dtype: x.dtype, shape })), work: {} };
  },

  evaluate({ attributes: { axis }, inputs: { x } }) {
    const along = resolveAxis(axis, x.shape.length);
    const shape = x.shape.toSpliced(along, 1);
    return Array.from({ length: x.shape[along]! }, (_, part) => take(x, shape, (index) => index.toSpliced(along, 0, part)));
  },
});
