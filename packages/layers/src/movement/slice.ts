import { check, defineLayerType, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { sizes } from "../size-schema.ts";
import { take } from "../values/take.ts";
import { tensorOutput } from "../values/tensor-output.ts";
import { partialRead } from "./partial-read.ts";

/**
 * Copies a part of a tensor: along each dimension, so many elements from a first one on, each so many steps from the last.
 *
 * x: any shape. Output: `sizes`. Traffic: reads what it copies.
 */
export const slice: LayerType = defineLayerType({
  type: "slice",
  attributes: z.strictObject({
    starts: sizes.describe("for each dimension, the index of the first element"),
    sizes: sizes.describe("for each dimension, how many elements to take"),
    steps: z
      .array(z.int())
      .optional()
      .describe("for each dimension, the distance to the next element, negative backwards; 1 where left out"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { starts, sizes, steps }, inputs: { x } }) {
    const rank = x.shape.length;
    check(
      starts.length === rank && sizes.length === rank && (steps ?? starts).length === rank,
      () => `${rank} dimensions take as many starts, sizes and steps`,
    );
    x.shape.forEach((size, axis) => {
      const first = starts[axis]!;
      const last = first + (sizes[axis]! - 1) * (steps?.[axis] ?? 1);
      const inside = first < size && last >= 0 && last < size;
      check(sizes[axis] === 0 || inside, () => `elements ${first} to ${last} lie outside axis ${axis}, of size ${size}`);
    });
    const output = { dtype: x.dtype, shape: sizes };
    return { outputs: [output], work: {}, ...partialRead(output) };
  },

  evaluate: ({ attributes: { starts, steps }, inputs: { x }, outputs }) => [
    take(x, tensorOutput(outputs).shape, (index) => index.map((along, axis) => starts[axis]! + along * (steps?.[axis] ?? 1))),
  ],
});
