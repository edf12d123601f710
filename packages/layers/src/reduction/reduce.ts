import { addWork, check, defineLayerType, type LayerType, product, type Scalar, scaleWork, type Values, type Work } from "@modelgauge/core";
import { z } from "zod";
import { axis, resolveAxes } from "../axes.ts";
import { ELEMENTWISE_FUNCTIONS } from "../elementwise/functions.ts";
import { pairFunction } from "../elementwise/pair-function.ts";
import { broadcastStrides, mapIndices, positionOf } from "../values/row-major.ts";
import { reducedShape } from "./reduced-shape.ts";

/** How a reduction works: what it does to each element, to combine two, and to each result; how constants are folded, from what. */
interface Reduction {
  readonly element?: Work;
  readonly combine: "add" | "multiply" | "compare" | "logic";
  readonly result?: Work;
  readonly fold?: string;
  readonly start?: Scalar;
}

const REDUCTIONS: Readonly<Record<string, Reduction>> = {
  sum: { combine: "add", fold: "add", start: 0 },
  mean: { combine: "add", result: { divide: 1 } },
  max: { combine: "compare", fold: "max" },
  min: { combine: "compare", fold: "min" },
  prod: { combine: "multiply", fold: "mul", start: 1 },
  l1: { element: { add: 1 }, combine: "add" },
  l2: { element: { multiply: 1 }, combine: "add", result: { sqrt: 1 } },
  "log-sum": { combine: "add", result: { log: 1 } },
  "log-sum-exp": { element: { exp: 1 }, combine: "add", result: { log: 1 } },
  "sum-square": { element: { multiply: 1 }, combine: "add" },
  all: { combine: "logic", fold: "and", start: 1 },
  any: { combine: "logic", fold: "or", start: 0 },
};

/**
 * Combines the elements along axes into one.
 *
 * x: any shape. Output: without the reduced axes, or with size 1 where dimensions are kept.
 * Work, of N input elements and M output elements: N − M combining operations (an add; for `max` and `min` a comparison, for `prod` a
 * multiplication, for `all` and `any` a logic operation); before that, per input element, an absolute value (`l1`), a square (`l2`,
 * `sum-square`) or an exponential (`log-sum-exp`); after it, per output element, a division (`mean`), a root (`l2`) or a logarithm
 * (`log-sum`, `log-sum-exp`).
 */
export const reduce: LayerType = defineLayerType({
  type: "reduce",
  attributes: z.strictObject({
    function: z.enum(Object.keys(REDUCTIONS)).describe("how elements are combined"),
    axes: z.array(axis).optional().describe("axes that are reduced, negative from the end; all where left out, none where empty"),
    keepDims: z.boolean().default(false).describe("whether reduced axes stay, with size 1"),
  }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  describe({ attributes: { function: name, axes, keepDims }, inputs: { x } }) {
    const { element = {}, combine, result = {} } = REDUCTIONS[name]!;
    const logic = combine === "logic";
    check(!logic || x.dtype === "bool", () => `${name} takes bool, not ${x.dtype}`);
    const shape = reducedShape(x.shape, reducedAxes(axes, x.shape.length), keepDims);
    const [before, after] = [product(x.shape), product(shape)];
    return {
      outputs: [{ dtype: x.dtype, shape }],
      work: addWork(scaleWork(element, before), { [combine]: Math.max(0, before - after) }, scaleWork(result, after)),
    };
  },

  evaluate({ attributes: { function: name, axes }, inputs: { x } }) {
    const { fold, start } = REDUCTIONS[name]!;
    const combine = fold === undefined ? undefined : pairFunction(ELEMENTWISE_FUNCTIONS[fold]!, x.dtype);
    if (!x.values || !combine) return undefined;
    const kept = reducedShape(x.shape, reducedAxes(axes, x.shape.length), true);
    const strides = broadcastStrides(kept, x.shape);
    const groups: Scalar[][] = Array.from({ length: product(kept) }, () => []);
    mapIndices(x.shape, (index, position) => groups[positionOf(index, strides)]!.push(x.values![position]!));
    const results = groups.map(([first = start, ...rest]) =>
      rest.reduce<Scalar | undefined>((result, value) => (result === undefined ? undefined : combine(result, value)), first),
    );
    return results.includes(undefined) ? undefined : [results as Values];
  },
});

function reducedAxes(axes: readonly number[] | undefined, rank: number): readonly number[] {
  return axes === undefined ? Array.from({ length: rank }, (_, axis) => axis) : resolveAxes(axes, rank);
}
