import { check, defineLayerType, formatShape, type LayerType, product, resolveAxis, type Shape } from "@modelgauge/core";
import { z } from "zod";
import { axis } from "../axes.ts";
import { targetSizes } from "../size-schema.ts";

const target = targetSizes.describe("sizes of the output; one may be −1: what the others leave");

/**
 * The same elements in another shape, also what flattens, squeezes or adds dimensions of size 1. A view: it costs nothing.
 *
 * x: any shape. Output: the target, of as many elements; one size may be −1 and is what the others leave.
 */
export const reshape: LayerType = defineLayerType({
  type: "reshape",
  attributes: z.strictObject({ shape: target }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  shorthand: {
    attributes: z.strictObject({
      shape: target.optional(),
      flatten: axis.optional().describe("in place of `shape`: from this axis on, all become one, negative from the end"),
    }),
    expand({ shape, flatten }, { x }) {
      check((shape === undefined) !== (flatten === undefined), "give either shape or flatten");
      if (flatten === undefined) return { shape };
      const first = resolveAxis(flatten, x.shape.length);
      return { shape: [...x.shape.slice(0, first), product(x.shape.slice(first))] };
    },
  },

  describe({ attributes: { shape: target }, inputs: { x } }) {
    const shape = resolveTarget(target, x.shape);
    const fits = product(shape) === product(x.shape);
    check(
      fits || x.status !== "exact",
      () => `${formatShape(x.shape)} does not fit into ${formatShape(target)}: ${product(x.shape)} elements, not ${product(shape)}`,
    );
    return {
      outputs: [{ dtype: x.dtype, shape, ...(!fits && { status: "estimate" as const }) }],
      work: {},
      aliases: [{ output: 0, input: 0, kind: "view" }],
    };
  },

  evaluate: ({ inputs: { x } }) => [x.values],
});

function resolveTarget(target: Shape, shape: Shape): Shape {
  const open = target.indexOf(-1);
  if (open < 0) return target;
  check(!target.includes(-1, open + 1), () => `more than one size of ${formatShape(target)} is −1`);
  const rest = product(target.with(open, 1));
  check(rest !== 0, () => `what −1 stands for in ${formatShape(target)} cannot be told beside a size of 0`);
  return target.with(open, Math.floor(product(shape) / rest));
}
