import { check, defineLayerType, formatShape, type InputTensor, type LayerType } from "@modelgauge/core";
import { z } from "zod";

/**
 * Puts one element into each row of a sparse tensor that has none.
 *
 * indices: [n, dimensions], sorted. values: [n]. shape: the tensor's sizes, as a vector. fill: a scalar. Outputs: the indices
 * [m, dimensions] and values [m] with the new elements; for each row, whether it was empty (bool [rows]); for each element, where it
 * stands now (int64 [n]). m depends on the data: at most n and the number of rows, which in turn is at least 0 where the shape is not known.
 * Work: one comparison for each element and row.
 */
export const sparseFillEmptyRows: LayerType = defineLayerType({
  type: "sparse-fill-empty-rows",
  attributes: z.strictObject({}),
  inputs: { indices: "tensor", values: "tensor", shape: "tensor", fill: "tensor" },

  describe({ inputs: { indices, values, shape } }) {
    const [elements, dimensions] = indices.shape;
    const fits = indices.shape.length === 2 && values.shape.length === 1 && values.shape[0] === elements;
    check(fits, () => `indices of ${formatShape(indices.shape)} and values of ${formatShape(values.shape)} do not go together`);
    const rows = shape.values?.[0] === undefined ? undefined : Number(shape.values[0]);
    check(rows === undefined || rows >= 0, () => `there are no ${rows} rows`);
    const empty = rows === undefined ? undefined : emptyRows(indices, dimensions!, rows);
    const filled = elements! + (empty ?? rows ?? 0);
    const filledStatus = empty !== undefined ? {} : { status: rows === undefined ? ("at-least" as const) : ("at-most" as const) };
    return {
      outputs: [
        { dtype: indices.dtype, shape: [filled, dimensions!], ...filledStatus },
        { dtype: values.dtype, shape: [filled], ...filledStatus },
        { dtype: "bool", shape: [rows ?? 0], ...(rows === undefined && { status: "at-least" as const }) },
        { dtype: "int64", shape: [elements!] },
      ],
      work: { compare: elements! + (rows ?? 0) },
      ...(rows === undefined && { status: "at-least" as const }),
    };
  },
});

/** How many rows have no element, where the indices are known. */
function emptyRows({ values }: InputTensor, dimensions: number, rows: number): number | undefined {
  return values && Math.max(0, rows - new Set(values.filter((_, position) => position % dimensions === 0)).size);
}
