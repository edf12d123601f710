import { addWork, defineLayerType, type LayerType, product, scaleWork, type Work } from "@modelgauge/core";
import { z } from "zod";
import { resolveAxes } from "../axes.ts";
import { wholeFrom } from "../whole-number.ts";

/**
 * Divides each element by the norm of its group: the p-th root of the sum of p-th powers over `axes`.
 *
 * x: any shape. Output: the same. Work per element: an add for the sum, a division, and before these an absolute value (`power` 1), a
 * square (2), or an absolute value and a power; per group, a root (`power` 2) or a power.
 */
export const lpNorm: LayerType = defineLayerType({
  type: "lp-norm",
  attributes: z.strictObject({
    axes: z.array(z.int()).default([-1]).describe("axes that are normalised together, negative from the end"),
    power: wholeFrom(1).default(2).describe("p of the norm"),
  }),
  inputs: { x: "tensor" },

  describe({ attributes: { axes, power }, inputs: { x } }) {
    const normalised = resolveAxes(axes, x.shape.length);
    const groups = product(x.shape.filter((_, axis) => !normalised.includes(axis)));
    const [element, root] = normWork(power);
    const elements = product(x.shape);
    return {
      outputs: [{ dtype: x.dtype, shape: x.shape }],
      work: addWork(scaleWork(element, elements), { add: elements, divide: elements }, scaleWork(root, groups)),
    };
  },
});

/** Work before the sum, per element, and after it, per group. */
function normWork(power: number): readonly [element: Work, root: Work] {
  if (power === 1) return [{ add: 1 }, {}];
  if (power === 2) return [{ multiply: 1 }, { sqrt: 1 }];
  return [{ add: 1, power: 1 }, { power: 1 }];
}
