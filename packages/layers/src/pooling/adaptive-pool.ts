import { check, defineLayerType, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { join, layoutAttribute, split } from "../spatial/layout.ts";
import { wholeFrom } from "../whole-number.ts";

/**
 * Pooling to a given number of positions: window i of n along an axis of s elements goes from ⌊i · s / n⌋ to ⌈(i + 1) · s / n⌉.
 *
 * x: [N, C, …spatial] or, with layout "channels-last", [N, …spatial, C]. Output: the same with the sizes of `size`.
 * Work, per window of k elements: k − 1 comparisons (`max`), or k − 1 adds and a division (`average`). The windows along an axis have
 * s + n − gcd(s, n) elements in all: neighbours share one wherever the border between them falls inside it.
 */
export const adaptivePool: LayerType = defineLayerType({
  type: "adaptive-pool",
  attributes: z.strictObject({
    function: z.enum(["max", "average"]).describe("how the elements under a window are combined"),
    size: z.array(wholeFrom(1)).describe("positions of the output in each spatial dimension"),
    layout: layoutAttribute,
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { function: name, size, layout }, inputs: { x } }) {
    const { batch, channels, spatial } = split(x.shape, layout);
    check(spatial.length === size.length, () => `the input has ${spatial.length} spatial dimensions, the output ${size.length}`);
    const shape = join({ batch, channels, spatial: size }, layout);
    const elements = product([batch, channels, ...spatial.map((from, axis) => from + size[axis]! - commonDivisor(from, size[axis]!))]);
    const outputs = product(shape);
    const combine = Math.max(0, elements - outputs);
    return {
      outputs: [{ dtype: x.dtype, shape }],
      work: name === "max" ? { compare: combine } : { add: combine, divide: outputs },
    };
  },
});

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
