import type { Operand } from "@modelgauge/core";
import type { OnnxContext } from "../../operator.ts";
import type { Projections } from "./projection.ts";

/** Tables of angles, and which of their rows are used. */
export interface Rotation {
  readonly cos: Operand;
  readonly sin: Operand;
  readonly positions?: Operand | undefined;
  /** Elements of each head that are turned; all where left out. */
  readonly size?: number;
}

/** Turns queries and keys by their positions. */
export function rotated(
  { step }: Pick<OnnxContext, "step">,
  { query, key, value }: Projections,
  { heads, kvHeads }: { readonly heads: number; readonly kvHeads: number },
  { cos, sin, positions, size }: Rotation,
): Projections {
  const turn = (name: string, x: Operand, shared: number): Operand =>
    step(
      `${name}-rotation`,
      "rotary-embedding",
      [x, cos, sin, positions],
      { heads: shared, ...(size !== undefined && { size }) },
      { weights: [] },
    )[0]!;
  return { query: turn("query", query, heads), key: turn("key", key, kvHeads), value };
}
