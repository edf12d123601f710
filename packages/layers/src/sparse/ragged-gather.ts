import { check, defineLayerType, isInteger, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";

/**
 * Takes rows of different lengths, by their indices. Work: an add for each row, to say where it begins.
 *
 * indices: any shape. values: the elements of all rows, [n, …]. splits: for each ragged dimension, where its rows begin; only the first is
 * that of the rows taken. Outputs: new splits, one for each dimension of the indices after the first and each of the splits, then the
 * elements. How many elements the rows taken have depends on the splits: where these are not known, an estimate, as many as there are.
 */
export const raggedGather: LayerType = defineLayerType({
  type: "ragged-gather",
  attributes: z.strictObject({}),
  inputs: { indices: "tensor", values: "tensor", splits: "tensors" },

  describe({ inputs: { indices, values, splits } }) {
    const [first] = splits;
    check(first !== undefined && first.shape.length === 1, "takes one vector of splits at least");
    check(isInteger(indices.dtype) && values.shape.length > 0, "takes integers as indices, and values in rows");
    const taken = product(indices.shape);
    const lengths =
      first.values && indices.values?.map((index) => Number(first.values![Number(index) + 1]) - Number(first.values![Number(index)]));
    const known = splits.length === 1 && lengths !== undefined && lengths.every((length) => length >= 0);
    const status = known ? {} : { status: "estimate" as const };
    const elements = known ? lengths.reduce((sum, length) => sum + length, 0) : values.shape[0]!;
    const outer = indices.shape.slice(1).map((_, axis) => ({ dtype: first.dtype, shape: [product(indices.shape.slice(0, axis + 1)) + 1] }));
    const inner = splits.slice(1).map(({ dtype, shape }) => ({ dtype, shape, status: "estimate" as const }));
    return {
      outputs: [
        ...outer,
        { dtype: first.dtype, shape: [taken + 1] },
        ...inner,
        { dtype: values.dtype, shape: [elements, ...values.shape.slice(1)], ...status },
      ],
      work: { add: taken },
      ...status,
    };
  },
});
