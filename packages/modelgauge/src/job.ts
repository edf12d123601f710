import { type Bindings, type DType, DTYPES, ModelGaugeError, type WeightInspection } from "@modelgauge/core";
import { z } from "zod";

/** One model to analyse, and how: a line of `modelgauge batch`. */
export interface Job extends Bindings {
  /** What tells the answers apart. */
  readonly id: string | number;
  /** Path of the model's file, from the current folder. */
  readonly model: string;
  /** Ids of profiles, or paths of JSON files. */
  readonly hardware?: readonly string[];
  /** Ids of metrics; all where absent. */
  readonly metrics?: readonly string[];
  /** Whether to look into the weights: that they are there, or also how many are not zero. */
  readonly inspectWeights?: WeightInspection;
}

const size = z.int().min(0);
const dtype = z.enum(DTYPES as readonly [DType, ...DType[]]);
const scalar = z.union([z.number(), z.string(), z.boolean().transform(Number)], "expected a number, a text or a boolean");

const jobSchema: z.ZodType<Job> = z.strictObject({
  id: z.union([z.string(), z.number()], "expected a text or a number"),
  model: z.string(),
  dims: z.record(z.string(), size).exactOptional(),
  inputs: z
    .record(
      z.string(),
      z.strictObject({
        dtype: dtype.exactOptional(),
        shape: z.array(z.union([size, z.string()], "expected a whole number from 0, or a dim's name")).exactOptional(),
        values: z.array(scalar).exactOptional(),
      }),
    )
    .exactOptional(),
  precision: z
    .strictObject({
      weights: dtype.exactOptional(),
      activations: dtype.exactOptional(),
      layers: z
        .array(z.strictObject({ pattern: z.string(), weights: dtype.exactOptional(), activations: dtype.exactOptional() }))
        .exactOptional(),
    })
    .exactOptional(),
  hardware: z.array(z.string()).exactOptional(),
  metrics: z.array(z.string()).exactOptional(),
  inspectWeights: z.enum(["storage", "values"]).exactOptional(),
});

/** A line that is no job: what is known of it, and what is wrong. */
export interface FaultyJob {
  readonly id: Job["id"] | null;
  readonly error: ModelGaugeError;
}

/** Reads a line. */
export function parseJob(text: string): Job | FaultyJob {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    return { id: null, error: fault(`no JSON: ${(cause as Error).message}`) };
  }
  const result = jobSchema.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue!.path.join(".");
  const { id } = (typeof data === "object" && data !== null ? data : {}) as { readonly id?: unknown };
  return {
    id: typeof id === "string" || typeof id === "number" ? id : null,
    error: fault(`${place === "" ? "" : `${place}: `}${issue!.message}`),
  };
}

/** A job line is wrong. */
export function fault(message: string): ModelGaugeError {
  return new ModelGaugeError({ code: "invalid-job", message });
}
