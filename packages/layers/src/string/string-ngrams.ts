import { check, defineLayerType, formatShape, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";

/**
 * Joins neighbouring strings of each row, for each of several widths.
 *
 * x: [strings], the rows one after the other. splits: [rows + 1], where each row begins. Outputs: the n-grams, and where each row's begin
 * ([rows + 1]). How many n-grams there are depends on the splits: tokens − width + 1 for each row and width, with its padding; where they
 * are not known, at most one for each string and each place of padding.
 */
export const stringNgrams: LayerType = defineLayerType({
  type: "string-ngrams",
  attributes: z.strictObject({
    widths: z.array(size.min(1, "must be at least 1")).describe("strings of an n-gram"),
    padWidth: size.optional().describe("the most empty places added at each end of a row; one less than the width where left out"),
    preserveShort: z.boolean().default(false).describe("whether a row too short for any n-gram leaves one, of all its strings"),
  }),
  inputs: { x: "tensor", splits: "tensor" },

  describe({ attributes: { widths, padWidth, preserveShort }, inputs: { x, splits } }) {
    check(x.dtype === "string" && x.shape.length === 1, () => `${x.dtype} ${formatShape(x.shape)} is no list of strings`);
    check(splits.shape.length === 1 && splits.shape[0]! > 0, () => `splits of ${formatShape(splits.shape)} do not part rows`);
    const rows = splits.shape[0]! - 1;
    const pads = widths.map((width) => Math.min(padWidth ?? width - 1, width - 1));
    const ends = splits.values?.map(Number);
    const grams = ends?.slice(1).reduce((sum, end, row) => {
      const tokens = end - ends[row]!;
      check(tokens >= 0, () => `row ${row} ends before it begins`);
      const own = widths.reduce((all, width, place) => all + Math.max(0, tokens + 2 * pads[place]! - width + 1), 0);
      return sum + (own === 0 && preserveShort && tokens > 0 ? 1 : own);
    }, 0);
    const most = widths.reduce(
      (sum, width, place) => sum + x.shape[0]! + rows * Math.max(0, 2 * pads[place]! - width + 1),
      preserveShort ? rows : 0,
    );
    return {
      outputs: [
        { dtype: "string", shape: [grams ?? most], ...(grams === undefined && { status: "at-most" as const }) },
        { dtype: splits.dtype, shape: splits.shape },
      ],
      work: {},
    };
  },
});
