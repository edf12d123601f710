import { defineLayerType, type LayerType, product, resolveAxis, type Scalar, type Values } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { ELEMENTWISE_FUNCTIONS } from "../elementwise/functions.ts";
import { pairFunction } from "../elementwise/pair-function.ts";
import { fromLanes, lanesOf } from "../values/row-major.ts";

const STEPS = {
  sum: { operation: "add", fold: "add", start: 0 },
  prod: { operation: "multiply", fold: "mul", start: 1 },
} as const;

/**
 * Running sums or products along an axis.
 *
 * x: any shape with at least one dimension. Output: the same. Work: along the axis, one operation for each element after the first;
 * an exclusive one, which leaves out the element itself, takes one less.
 */
export const cumulative: LayerType = defineLayerType({
  type: "cumulative",
  attributes: z.strictObject({
    function: z.enum(["sum", "prod"]).describe("how elements are combined"),
    axis: axis.default(0).describe("axis that is followed, negative from the end"),
    exclusive: z.boolean().default(false).describe("whether each result leaves out its own element"),
    reverse: z.boolean().default(false).describe("whether the axis is followed from its end"),
  }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  describe({ attributes: { function: name, axis, exclusive }, inputs: { x } }) {
    const along = resolveAxis(axis, x.shape.length);
    const lanes = product(x.shape.with(along, 1));
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape }],
      work: { [STEPS[name].operation]: lanes * Math.max(0, x.shape[along]! - (exclusive ? 2 : 1)) },
    };
  },

  evaluate({ attributes: { function: name, axis, exclusive, reverse }, inputs: { x } }) {
    const { fold, start } = STEPS[name];
    const combine = pairFunction(ELEMENTWISE_FUNCTIONS[fold]!, x.dtype);
    if (!x.values || !combine) return undefined;
    const along = resolveAxis(axis, x.shape.length);
    const lanes = lanesOf(x.values, x.shape, along).map((lane) => {
      const totals: (Scalar | undefined)[] = [];
      let total: Scalar | undefined = start;
      for (const value of reverse ? lane.toReversed() : lane) {
        const next: Scalar | undefined = total === undefined ? undefined : combine(total, value);
        totals.push(exclusive ? total : next);
        total = next;
      }
      return reverse ? totals.toReversed() : totals;
    });
    return lanes.flat().includes(undefined) ? undefined : [fromLanes(lanes, x.shape, along) as Values];
  },
});
