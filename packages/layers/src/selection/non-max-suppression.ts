import { check, defineLayerType, formatShape, type InputTensor, type LayerType } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";
import { selectBoxes } from "./select-boxes.ts";

/**
 * Keeps the best of boxes that overlap, class by class.
 *
 * boxes: [batch, n, 4], scores: [batch, classes, n]. Output: [kept, 3], with batch, class and box of each. Or boxes: [n, 4],
 * scores: [n]. Outputs: the indices and the scores of the kept boxes ([kept] each), and how many these are (a scalar).
 * `kept` depends on the data, and is at most batch · classes · min(n, maxOutput).
 * Work, at most, for each class: n · ⌈log2 n⌉ comparisons to sort; 2 subtractions and a multiplication for the area of each box; for
 * each pair of a kept box and another, the overlap: 4 comparisons for the corners and 2 that clamp, 2 subtractions and a
 * multiplication for the intersection, 2 adds for the union, a division, and a comparison with the threshold.
 */
export const nonMaxSuppression: LayerType = defineLayerType({
  type: "non-max-suppression",
  attributes: z.strictObject({
    maxOutput: size.optional().describe("the most boxes to keep of each class; no limit where left out"),
    iouThreshold: z.number().default(0).describe("intersection over union above which the worse of two boxes is dropped"),
    scoreThreshold: z.number().optional().describe("score above which a box counts; all count where left out"),
    centred: z.boolean().default(false).describe("whether boxes are centre x, centre y, width, height, not two opposite corners"),
    padded: z.boolean().default(false).describe("whether the outputs are filled up to maxOutput"),
    dtype: z.enum(["int64", "int32"]).default("int64").describe("dtype of the indices"),
  }),
  inputs: { boxes: "tensor", scores: "tensor" },

  describe({ attributes: { maxOutput = Infinity, iouThreshold, scoreThreshold, centred, padded, dtype }, inputs: { boxes, scores } }) {
    const { batch, classes, n } = dimensions(boxes, scores);
    const most = Math.min(n, maxOutput);
    const kept = keptBoxes(boxes, scores, { most, iouThreshold, scoreThreshold, centred })?.length;
    const bound = batch * classes * most;
    const found = padded && Number.isFinite(maxOutput) ? maxOutput : (kept ?? bound);
    const status = padded || kept !== undefined ? {} : { status: "at-most" as const };
    const pairs = bound * Math.max(0, n - 1);
    const sorted = batch * classes * n;
    return {
      outputs:
        boxes.shape.length === 3
          ? [{ dtype, shape: [found, 3], ...status }]
          : [
              { dtype, shape: [found], ...status },
              { dtype: scores.dtype, shape: [found], ...status },
              { dtype, shape: [] },
            ],
      work: {
        compare: sorted * Math.ceil(Math.log2(Math.max(1, n))) + 7 * pairs,
        add: 2 * batch * n + 4 * pairs,
        multiply: batch * n + pairs,
        divide: pairs,
      },
      status: "at-most",
    };
  },

  evaluate({ attributes: { maxOutput = Infinity, iouThreshold, scoreThreshold, centred, padded }, inputs: { boxes, scores } }) {
    if (padded) return undefined;
    const { n } = dimensions(boxes, scores);
    const kept = keptBoxes(boxes, scores, { most: Math.min(n, maxOutput), iouThreshold, scoreThreshold, centred });
    if (kept === undefined) return undefined;
    if (boxes.shape.length === 3) return [kept.flat()];
    const indices = kept.map(([, , box]) => box);
    return [indices, indices.map((box) => scores.values![box]!), [kept.length]];
  },
});

function dimensions(boxes: InputTensor, scores: InputTensor): { readonly batch: number; readonly classes: number; readonly n: number } {
  const given = (): string => `boxes of ${formatShape(boxes.shape)} and scores of ${formatShape(scores.shape)} do not go together`;
  const [batch, n, corners] = boxes.shape.length === 2 ? [1, ...boxes.shape] : boxes.shape;
  check(
    batch !== undefined && n !== undefined && corners === 4 && boxes.shape.length <= 3,
    () => `boxes of ${formatShape(boxes.shape)} are not four numbers each`,
  );
  const [scoreBatch, classes, scored] = boxes.shape.length === 2 ? [1, 1, ...scores.shape] : scores.shape;
  check(scores.shape.length === (boxes.shape.length === 2 ? 1 : 3) && scoreBatch === batch && scored === n && classes !== undefined, given);
  return { batch, classes, n };
}

/** Batch, class and index of each kept box; undefined where boxes or scores are not known. */
function keptBoxes(
  boxes: InputTensor,
  scores: InputTensor,
  selection: Parameters<typeof selectBoxes>[2],
): [number, number, number][] | undefined {
  if (!boxes.values || !scores.values) return undefined;
  const { batch, classes, n } = dimensions(boxes, scores);
  const kept: [number, number, number][] = [];
  for (let sample = 0; sample < batch; sample++) {
    const own = boxes.values.slice(4 * n * sample, 4 * n * (sample + 1));
    for (let of = 0; of < classes; of++) {
      const start = n * (sample * classes + of);
      for (const box of selectBoxes(own, scores.values.slice(start, start + n), selection)) kept.push([sample, of, box]);
    }
  }
  return kept;
}
