import { check, defineLayerType, DTYPES, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";

/**
 * The values of a map in the order of its keys, as a tensor.
 *
 * x: a map. Output: [1, columns] in `dtype`; where the number of columns depends on the map, at least one. Work: one conversion per
 * column.
 */
export const castMap: LayerType = defineLayerType({
  type: "cast-map",
  attributes: z.strictObject({
    dtype: z.enum(DTYPES).describe("dtype of the output"),
    columns: size.optional().describe("columns of the output; as many as the map has keys where left out"),
  }),
  inputs: { x: "value" },

  describe({ attributes: { dtype, columns }, inputs: { x } }) {
    check(x.kind === "map", () => `input "x" is a ${x.kind ?? "tensor"}, not a map`);
    const open = columns === undefined;
    return {
      outputs: [{ dtype, shape: [1, columns ?? 1], ...(open && { status: "at-least" as const }) }],
      work: { convert: columns ?? 1 },
      ...(open && { status: "at-least" as const }),
    };
  },
});
