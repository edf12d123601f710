import { check, defineLayerType, DTYPES, type LayerType, resolveAxis } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { size } from "../size-schema.ts";
import { mapIndices, positionOf, stridesOf } from "../values/row-major.ts";
import { tensorOutput } from "../values/tensor-output.ts";

/**
 * Marks each index on an axis of its own.
 *
 * indices: any shape. offOn: the two elements of the output, unmarked and marked; 0 and 1 where left out. Output: the indices'
 * shape with `depth` put in at the axis, in the dtype of offOn, else in `dtype`.
 */
export const oneHot: LayerType = defineLayerType({
  type: "one-hot",
  attributes: z.strictObject({
    depth: size.describe("how many indices there are"),
    axis: axis.default(-1).describe("where the new axis stands in the output, negative from the end"),
    dtype: z.enum(DTYPES).default("float32").describe("dtype of the output, without offOn"),
  }),
  inputs: { indices: "tensor", offOn: "tensor?" },

  describe({ attributes: { depth, axis, dtype }, inputs: { indices, offOn } }) {
    check(offOn === undefined || (offOn.shape.length === 1 && offOn.shape[0] === 2), "offOn must hold two elements");
    const shape = indices.shape.toSpliced(resolveAxis(axis, indices.shape.length + 1), 0, depth);
    return { outputs: [{ dtype: offOn?.dtype ?? dtype, shape }], work: {} };
  },

  evaluate({ attributes: { axis }, inputs: { indices, offOn }, outputs }) {
    const { shape, dtype } = tensorOutput(outputs);
    const along = resolveAxis(axis, shape.length);
    const [off, on] = offOn === undefined ? (dtype === "string" ? [] : [0, 1]) : (offOn.values ?? []);
    if (!indices.values || off === undefined || on === undefined) return undefined;
    const strides = stridesOf(indices.shape);
    return [
      mapIndices(shape, (index) => {
        const marked = Number(indices.values![positionOf(index.toSpliced(along, 1), strides)]);
        return (marked < 0 ? marked + shape[along]! : marked) === index[along] ? on : off;
      }),
    ];
  },
});
