import { check, type Shape } from "@modelgauge/core";
import { z } from "zod";

/** Where the channels stand: right after the batch (`[N, C, …spatial]`) or last (`[N, …spatial, C]`). */
export type Layout = "channels-first" | "channels-last";

/** The attribute `layout`. */
export const layoutAttribute: z.ZodDefault<z.ZodEnum<{ "channels-first": "channels-first"; "channels-last": "channels-last" }>> = z
  .enum(["channels-first", "channels-last"])
  .default("channels-first")
  .describe("whether channels stand right after the batch, or last");

/** A batch of feature maps, taken apart. */
export interface FeatureMaps {
  readonly batch: number;
  readonly channels: number;
  readonly spatial: Shape;
}

/**
 * Takes the shape of feature maps apart.
 *
 * @throws ModelGaugeError `invalid-layer` when there are fewer than two dimensions, or not `rank` spatial ones
 */
export function split(shape: Shape, layout: Layout, rank?: number): FeatureMaps {
  check(shape.length >= 2, () => `feature maps have at least 2 dimensions (batch, channels), not ${shape.length}`);
  const spatial = layout === "channels-first" ? shape.slice(2) : shape.slice(1, -1);
  check(rank === undefined || spatial.length === rank, () => `the input has ${spatial.length} spatial dimensions, the kernel has ${rank}`);
  return { batch: shape[0]!, channels: layout === "channels-first" ? shape[1]! : shape.at(-1)!, spatial };
}

/** The shape of feature maps. */
export function join({ batch, channels, spatial }: FeatureMaps, layout: Layout): Shape {
  return layout === "channels-first" ? [batch, channels, ...spatial] : [batch, ...spatial, channels];
}
