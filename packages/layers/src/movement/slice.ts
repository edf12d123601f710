import { check, defineLayerType, type LayerType, resolveAxis } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { sizes } from "../size-schema.ts";
import { take } from "../values/take.ts";
import { tensorOutput } from "../values/tensor-output.ts";
import { partialRead } from "./partial-read.ts";

const steps = z
  .array(z.int())
  .optional()
  .describe("for each dimension, the distance to the next element, negative backwards; 1 where left out");
const starts = sizes.describe("for each dimension, the index of the first element");
const counts = sizes.describe("for each dimension, how many elements to take");

/**
 * Copies a part of a tensor: along each dimension, so many elements from a first one on, each so many steps from the last.
 *
 * x: any shape. Output: `sizes`. Traffic: reads what it copies.
 */
export const slice: LayerType = defineLayerType({
  type: "slice",
  attributes: z.strictObject({ starts, sizes: counts, steps }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  shorthand: {
    attributes: z.strictObject({
      starts: starts.optional(),
      sizes: counts.optional(),
      steps,
      axis: axis.optional().describe("in place of `starts` and `sizes`: the one axis along which to cut, negative from the end"),
      start: z.int().default(0).describe("first element along `axis`, negative from the end"),
      end: z.int().optional().describe("behind the last element along `axis`, negative from the end; all where left out"),
    }),
    expand({ starts, sizes, steps, axis, start, end }, { x }) {
      if (axis === undefined) return { starts, sizes, steps };
      check(
        starts === undefined && sizes === undefined && steps === undefined,
        "give either axis, start and end or starts, sizes and steps",
      );
      const along = resolveAxis(axis, x.shape.length);
      const size = x.shape[along]!;
      const first = start < 0 ? start + size : start;
      const last = end === undefined ? size : end < 0 ? end + size : end;
      check(
        first >= 0 && first <= last && last <= size,
        () => `elements ${start} to ${end ?? size} lie outside axis ${axis}, of size ${size}`,
      );
      return { starts: x.shape.map((_, other) => (other === along ? first : 0)), sizes: x.shape.with(along, last - first) };
    },
  },

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
