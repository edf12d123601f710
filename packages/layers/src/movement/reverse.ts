import { defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { axis, resolveAxes } from "../axes.ts";
import { take } from "../values/take.ts";

/** Turns axes round. x: any shape. Output: the same. */
export const reverse: LayerType = defineLayerType({
  type: "reverse",
  attributes: z.strictObject({ axes: z.array(axis).describe("axes that are turned round, negative from the end") }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  describe({ attributes: { axes }, inputs: { x } }) {
    resolveAxes(axes, x.shape.length);
    return { outputs: [{ dtype: x.dtype, shape: x.shape }], work: {} };
  },

  evaluate({ attributes: { axes }, inputs: { x } }) {
    const turned = resolveAxes(axes, x.shape.length);
    return [take(x, x.shape, (index) => index.map((along, axis) => (turned.includes(axis) ? x.shape[axis]! - 1 - along : along)))];
  },
});
