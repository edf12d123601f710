import { check, defineLayerType, formatShape, type LayerType, resolveAxis } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { take } from "../values/take.ts";

/**
 * Turns round the first elements of each sequence of a batch; what follows them stays.
 *
 * x: at least two dimensions. lengths: [batch], how many elements to turn round. Output: x's shape.
 */
export const reverseSequence: LayerType = defineLayerType({
  type: "reverse-sequence",
  attributes: z.strictObject({
    timeAxis: axis.default(0).describe("axis along which sequences run, negative from the end"),
    batchAxis: axis.default(1).describe("axis that tells sequences apart, negative from the end"),
  }),
  inputs: { x: "tensor", lengths: "tensor" },
  growsWith: ["x"],

  describe({ attributes: { timeAxis, batchAxis }, inputs: { x, lengths } }) {
    const [time, batch] = [resolveAxis(timeAxis, x.shape.length), resolveAxis(batchAxis, x.shape.length)];
    check(time !== batch, () => `axis ${time} is both the time axis and the batch axis`);
    check(
      lengths.shape.length === 1 && lengths.shape[0] === x.shape[batch],
      () => `there are lengths of ${formatShape(lengths.shape)} for ${x.shape[batch]} sequences`,
    );
    return { outputs: [{ dtype: x.dtype, shape: x.shape }], work: {} };
  },

  evaluate({ attributes: { timeAxis, batchAxis }, inputs: { x, lengths } }) {
    const [time, batch] = [resolveAxis(timeAxis, x.shape.length), resolveAxis(batchAxis, x.shape.length)];
    if (!lengths.values?.every((length) => Number(length) <= x.shape[time]!)) return undefined;
    return [
      take(x, x.shape, (index) => {
        const length = Number(lengths.values![index[batch]!]);
        return index[time]! < length ? index.with(time, length - 1 - index[time]!) : index;
      }),
    ];
  },
});
