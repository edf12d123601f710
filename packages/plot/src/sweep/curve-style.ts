import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  type SymbolType,
  symbolWye,
} from "d3-shape";
import { SERIES } from "../style.ts";

// Shapes, dashes and colours are seven, four and eight: 28 curves differ in black and white.
const SHAPES: readonly SymbolType[] = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar, symbolWye];
const DASHES = [undefined, "8 4", "2 3", "10 3 2 3"] as const;

/** What tells a curve from others: the class of its colour, its dashes, and the outline of its marks. */
export interface CurveStyle {
  readonly class: string;
  readonly dashes: string | undefined;
  readonly mark: string;
}

/** Style of the curve at an index. */
export function curveStyle(index: number): CurveStyle {
  return {
    class: `series${index % SERIES}`,
    dashes: DASHES[index % DASHES.length],
    mark: symbol(SHAPES[index % SHAPES.length], 50).digits(1)()!,
  };
}
