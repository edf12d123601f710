import { bytesOf, check, defineLayerType, formatShape, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";

/**
 * A bias for each distance between a query and a key (Shaw et al., 2018), learnt for buckets of distances that grow with the distance
 * (Raffel et al., "Exploring the limits of transfer learning with a unified text-to-text transformer", 2020).
 *
 * table: [buckets, heads]. Output: [1, heads, queries, keys].
 * Work to find the bucket of each pair of a query and a key: a subtraction, an absolute value, two comparisons, a logarithm, a
 * division, a multiplication, a rounding. Traffic: reads one bias for each element of the output.
 */
export const relativePositionBias: LayerType = defineLayerType({
  type: "relative-position-bias",
  attributes: z.strictObject({
    queries: size.describe("number of queries"),
    keys: size.describe("number of keys"),
  }),
  inputs: { table: "tensor" },

  describe({ attributes: { queries, keys }, inputs: { table } }) {
    check(table.shape.length === 2, () => `the table is ${formatShape(table.shape)}, not buckets × heads`);
    const pairs = queries * keys;
    const heads = table.shape[1]!;
    return {
      outputs: [{ dtype: table.dtype, shape: [1, heads, queries, keys] }],
      work: { add: 2 * pairs, compare: 2 * pairs, log: pairs, divide: pairs, multiply: pairs, round: pairs },
      traffic: { read: bytesOf(table.dtype, heads * pairs) ?? 0 },
    };
  },
});
