import { check, type DType, type Operand } from "@modelgauge/core";
import type { TfjsLayerContext } from "../layer-translator.ts";

/** How categories become vectors. */
export interface CategoryEncoding {
  /** `one_hot`, `multi_hot` or `count`. */
  readonly mode: string;
  /** Categories there are. */
  readonly depth: number;
  readonly dtype: DType;
  /** What each counts, where not one. */
  readonly weights?: Operand | undefined;
}

/** Type, inputs and attributes of a layer. */
type Last = readonly [type: string, inputs: readonly (Operand | undefined)[], attributes: Readonly<Record<string, unknown>>];

/**
 * Categories as a vector for each (`one_hot`), or as one for all of a sample.
 *
 * @returns the last layer of it, which is not added yet
 */
export function encodingOf({ step }: TfjsLayerContext, indices: Operand, { mode, depth, dtype, weights }: CategoryEncoding): Last {
  if (mode === "one_hot") {
    const single = indices.rank > 0 && indices.shape.at(-1) === 1;
    const [flat] = single ? step("flat", "reshape", [indices], { shape: indices.shape.slice(0, -1) }) : [indices];
    return ["one-hot", [flat], { depth, dtype }];
  }
  check(mode === "multi_hot" || mode === "count", () => `output_mode is "${mode}", not one of one_hot, multi_hot, count`);
  if (indices.rank > 2) {
    const [apart] = step("apart", "one-hot", [indices], { depth, dtype });
    return ["reduce", [apart], { function: mode === "count" ? "sum" : "max", axes: [1] }];
  }
  const [rows] = indices.rank === 0 ? step("row", "reshape", [indices], { shape: [1] }) : [indices];
  const [counts] = step("counts", "bincount", [rows, weights], { bins: depth });
  return ["cast", [counts], { dtype }];
}
