import { defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { mapIndices } from "../values/row-major.ts";

/**
 * The indices of all elements that are not zero, in row-major order.
 *
 * x: any shape. Output: [dimensions, found], or [found, dimensions]; `found` depends on the data, and is at most x's elements.
 * Work: one comparison per element.
 */
export const nonZero: LayerType = defineLayerType({
  type: "non-zero",
  attributes: z.strictObject({
    order: z
      .enum(["dimensions-first", "elements-first"])
      .default("dimensions-first")
      .describe("whether the output has a row for each dimension, or for each element found"),
    dtype: z.enum(["int64", "int32"]).default("int64").describe("dtype of the output"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { order, dtype }, inputs: { x } }) {
    const elements = product(x.shape);
    const found = x.values?.filter(isNonZero).length;
    const shape = [x.shape.length, found ?? elements];
    return {
      outputs: [
        {
          dtype,
          shape: order === "dimensions-first" ? shape : shape.toReversed(),
          ...(found === undefined && { status: "at-most" as const }),
        },
      ],
      work: { compare: elements },
    };
  },

  evaluate({ attributes: { order }, inputs: { x } }) {
    if (!x.values) return undefined;
    const found = mapIndices(x.shape, (index) => [...index]).filter((_, position) => isNonZero(x.values![position]!));
    return [order === "elements-first" ? found.flat() : x.shape.flatMap((_, axis) => found.map((index) => index[axis]!))];
  },
});

function isNonZero(value: number | bigint | string): boolean {
  return value !== 0 && value !== "";
}
