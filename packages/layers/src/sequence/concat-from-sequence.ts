import {
  check,
  combine,
  combineAll,
  defineLayerType,
  formatShape,
  isTensorType,
  type LayerType,
  type OutputType,
  resolveAxis,
  type TensorType,
} from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { commonDtype } from "../common-dtype.ts";
import { sequenceOf } from "./sequence-type.ts";

/**
 * Joins the tensors of a sequence, along an axis that they have or a new one.
 *
 * Output: the sizes along the axis added up; for a new axis, their number put in. Of a sequence whose length is not known, the size
 * along the axis is that of one element: at least.
 */
export const concatFromSequence: LayerType = defineLayerType({
  type: "concat-from-sequence",
  attributes: z.strictObject({
    axis: axis.describe("axis along which to join, negative from the end"),
    newAxis: z.boolean().default(false).describe("whether the axis is a new one"),
  }),
  inputs: { sequence: "value" },

  describe({ attributes: { axis, newAxis }, inputs: { sequence } }) {
    const { elements, element } = sequenceOf(sequence, "sequence");
    const known = elements ?? (element ? [element] : []);
    const tensors = known.map((type: OutputType): TensorType => {
      check(isTensorType(type), () => `the sequence holds a ${type.kind}, not only tensors`);
      return type;
    });
    const [first] = tensors;
    check(first !== undefined, elements ? "there is nothing to join" : "nothing is known of the sequence's elements");
    const rank = first.shape.length + (newAxis ? 1 : 0);
    const along = resolveAxis(axis, rank);
    for (const { shape } of tensors) {
      const fits =
        shape.length === first.shape.length && shape.every((size, other) => (!newAxis && other === along) || size === first.shape[other]);
      check(fits, () => `elements of ${formatShape(first.shape)} and ${formatShape(shape)} do not join along axis ${along}`);
    }
    const joined = newAxis ? tensors.length : tensors.reduce((sum, { shape }) => sum + shape[along]!, 0);
    const status = combine(combineAll(known.map((type: OutputType) => type.status ?? "exact")), elements ? "exact" : "at-least");
    return {
      outputs: [
        {
          dtype: commonDtype(tensors),
          shape: first.shape.toSpliced(along, newAxis ? 0 : 1, joined),
          ...(status !== "exact" && { status }),
        },
      ],
      work: {},
    };
  },
});
