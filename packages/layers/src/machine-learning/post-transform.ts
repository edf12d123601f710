import { scaleWork, type Work } from "@modelgauge/core";
import { z } from "zod";

const POST_TRANSFORMS = ["none", "softmax", "logistic", "softmax-zero", "probit"] as const;

/** What turns raw scores into what is put out. */
export type PostTransform = (typeof POST_TRANSFORMS)[number];

/** The attribute that names it. */
export const postTransform: z.ZodDefault<z.ZodEnum<{ [Word in PostTransform]: Word }>> = z
  .enum(POST_TRANSFORMS)
  .default("none")
  .describe("what turns raw scores into what is put out");

/** Work of one score: a softmax compares, subtracts, exponentiates, adds up and divides; a probit is the inverse of an error function. */
const SCORE_WORK: Readonly<Record<PostTransform, Work>> = {
  none: {},
  softmax: { compare: 1, add: 2, exp: 1, divide: 1 },
  logistic: { exp: 1, add: 1, divide: 1 },
  "softmax-zero": { compare: 2, add: 2, exp: 1, divide: 1 },
  probit: { erf: 1, multiply: 1 },
};

/** Work of so many scores. */
export function postTransformWork(transform: PostTransform, scores: number): Work {
  return scaleWork(SCORE_WORK[transform], scores);
}
