import { check, defineLayerType, formatShape, type LayerType, resolveAxis, type Values } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { commonDtype } from "../common-dtype.ts";
import { fromLanes, lanesOf } from "../values/row-major.ts";
import { tensorOutput } from "../values/tensor-output.ts";

/**
 * Joins tensors along an axis that they have.
 *
 * xs: at least one, of the same sizes but for the axis. Output: the sizes along the axis added up.
 */
export const concat: LayerType = defineLayerType({
  type: "concat",
  attributes: z.strictObject({
    axis: axis.describe("axis along which to join, negative from the end"),
  }),
  inputs: { xs: "tensors" },
  growsWith: ["xs"],

  describe({ attributes: { axis }, inputs: { xs } }) {
    const [first] = xs;
    check(first !== undefined, "there is nothing to join");
    const along = resolveAxis(axis, first.shape.length);
    let joined = 0;
    xs.forEach(({ shape }, position) => {
      const fits = shape.length === first.shape.length && shape.every((size, other) => other === along || size === first.shape[other]);
      check(fits, () => `input ${position} is ${formatShape(shape)}, which does not join ${formatShape(first.shape)} along axis ${along}`);
      joined += shape[along]!;
    });
    return { outputs: [{ dtype: commonDtype(xs), shape: first.shape.with(along, joined) }], work: {} };
  },

  evaluate({ attributes: { axis }, inputs: { xs }, outputs }) {
    const { shape } = tensorOutput(outputs);
    const along = resolveAxis(axis, shape.length);
    const joined: Values[] = [];
    for (const { values, shape: own } of xs) {
      if (values === undefined) return undefined;
      lanesOf(values, own, along).forEach((lane, position) => (joined[position] = [...(joined[position] ?? []), ...lane]));
    }
    return [fromLanes(joined, shape, along)];
  },
});
