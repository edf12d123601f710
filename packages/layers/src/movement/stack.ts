import { check, defineLayerType, formatShape, type LayerType, resolveAxis, sameShape, type Values } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { commonDtype } from "../common-dtype.ts";
import { fromLanes } from "../values/row-major.ts";
import { tensorOutput } from "../values/tensor-output.ts";

/**
 * Joins tensors along an axis that is new.
 *
 * xs: at least one, of the same shape. Output: that shape with the number of inputs put in at the axis.
 */
export const stack: LayerType = defineLayerType({
  type: "stack",
  attributes: z.strictObject({
    axis: axis.default(0).describe("where the new axis stands in the output, negative from the end"),
  }),
  inputs: { xs: "tensors" },
  growsWith: ["xs"],

  describe({ attributes: { axis }, inputs: { xs } }) {
    const [first] = xs;
    check(first !== undefined, "there is nothing to join");
    xs.forEach(({ shape }, position) =>
      check(sameShape(shape, first.shape), () => `input ${position} is ${formatShape(shape)}, the first is ${formatShape(first.shape)}`),
    );
    return {
      outputs: [{ dtype: commonDtype(xs), shape: first.shape.toSpliced(resolveAxis(axis, first.shape.length + 1), 0, xs.length) }],
      work: {},
    };
  },

  evaluate({ attributes: { axis }, inputs: { xs }, outputs }) {
    const known: Values[] = [];
    for (const { values } of xs) {
      if (values === undefined) return undefined;
      known.push(values);
    }
    const { shape } = tensorOutput(outputs);
    const lanes = known[0]!.map((_, position) => known.map((values) => values[position]!));
    return [fromLanes(lanes, shape, resolveAxis(axis, shape.length))];
  },
});
