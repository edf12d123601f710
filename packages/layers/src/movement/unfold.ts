import { check, defineLayerType, type LayerType, resolveAxis } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { wholeFrom } from "../whole-number.ts";

/**
 * Copies every window that slides along an axis.
 *
 * x: any shape with the axis. Output: x's shape with the number of windows along the axis, ⌊(size of the axis − size) / step⌋ + 1, and
 * the elements of a window as one more dimension at the end.
 */
export const unfold: LayerType = defineLayerType({
  type: "unfold",
  attributes: z.strictObject({
    axis: axis.default(-1).describe("axis along which the window slides, negative from the end"),
    size: wholeFrom(1).describe("elements of a window"),
    step: wholeFrom(1).default(1).describe("distance from one window to the next"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { axis, size, step }, inputs: { x } }) {
    const along = resolveAxis(axis, x.shape.length);
    const room = x.shape[along]! - size;
    check(room >= 0, () => `a window of ${size} does not fit axis ${along}, of size ${x.shape[along]}`);
    return { outputs: [{ dtype: x.dtype, shape: [...x.shape.with(along, Math.floor(room / step) + 1), size] }], work: {} };
  },
});
