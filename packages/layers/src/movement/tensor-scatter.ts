import { check, defineLayerType, formatShape, isInteger, type LayerType, resolveAxis } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { commonDtype } from "../common-dtype.ts";

/**
 * Writes a block into a copy of a cache, for each sample of the batch from a position of its own along an axis.
 *
 * x: [batch, …]. update: the same sizes, but for the axis no larger. positions: [batch], 0 where left out. Output: x's shape.
 */
export const tensorScatter: LayerType = defineLayerType({
  type: "tensor-scatter",
  attributes: z.strictObject({ axis: axis.default(-2).describe("axis along which positions count, negative from the end") }),
  inputs: { x: "tensor", update: "tensor", positions: "tensor?" },

  describe({ attributes: { axis }, inputs: { x, update, positions } }) {
    const along = resolveAxis(axis, x.shape.length);
    check(along > 0, "positions cannot count along the batch");
    const fits =
      update.shape.length === x.shape.length &&
      update.shape.every((size, other) => (other === along ? size <= x.shape[other]! : size === x.shape[other]));
    check(fits, () => `an update of ${formatShape(update.shape)} does not fit ${formatShape(x.shape)} along axis ${along}`);
    const each =
      positions === undefined || (isInteger(positions.dtype) && positions.shape.length === 1 && positions.shape[0] === x.shape[0]);
    check(each, () => `there are positions of ${formatShape(positions!.shape)} for a batch of ${x.shape[0]}`);
    return { outputs: [{ dtype: commonDtype([x, update]), shape: x.shape }], work: {} };
  },
});
