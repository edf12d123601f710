import { check, defineLayerType, formatShape, type LayerType } from "@modelgauge/core";
import { z } from "zod";

/**
 * The elements of one vector that another does not have, and where they stand.
 *
 * x: [n]. excluded: [m]. Outputs: the elements and their indices, [left] each; how many are left depends on the data, and is at most n.
 * Work: one hash per element of both.
 */
export const setDifference: LayerType = defineLayerType({
  type: "set-difference",
  attributes: z.strictObject({ dtype: z.enum(["int64", "int32"]).default("int64").describe("dtype of the indices") }),
  inputs: { x: "tensor", excluded: "tensor" },

  describe({ attributes: { dtype }, inputs: { x, excluded } }) {
    for (const { shape } of [x, excluded]) check(shape.length === 1, () => `${formatShape(shape)} is no vector`);
    const left = x.values && excluded.values && x.values.filter((value) => !excluded.values!.includes(value)).length;
    const found = { shape: [left ?? x.shape[0]!], ...(left === undefined && { status: "at-most" as const }) };
    return {
      outputs: [
        { dtype: x.dtype, ...found },
        { dtype, ...found },
      ],
      work: { hash: x.shape[0]! + excluded.shape[0]! },
    };
  },

  evaluate({ inputs: { x, excluded } }) {
    if (!x.values || !excluded.values) return undefined;
    const places = x.values.flatMap((value, place) => (excluded.values!.includes(value) ? [] : [place]));
    return [places.map((place) => x.values![place]!), places];
  },
});
