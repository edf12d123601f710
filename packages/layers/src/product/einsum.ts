import { addWork, defineLayerType, type Description, type LayerType, type MatrixProduct, product, type Work } from "@modelgauge/core";
import { z } from "zod";
import { commonDtype } from "../common-dtype.ts";
import { readEquation, type Summation } from "./einsum-equation.ts";

/** The longest equation that is read, in characters: there are 52 letters to use. */
const LONGEST_EQUATION = 1_000;

/**
 * Einstein summation: `bij,bjk->bik`. An ellipsis stands for leading dimensions, which broadcast; a repeated index takes a diagonal;
 * without an arrow, indices that occur once are the output's, in alphabetical order.
 *
 * Work: operands are contracted from left to right, two at a time, as PyTorch and ONNX Runtime do. Of two, indices that no other operand
 * and not the output has are summed away first, an add for each element that goes; then the product of all sizes is MACs where the
 * contraction sums over an index, and multiplications where it does not.
 */
export const einsum: LayerType = defineLayerType({
  type: "einsum",
  attributes: z.strictObject({
    equation: z.string().max(LONGEST_EQUATION).describe("indices of each operand, an arrow, indices of the output"),
  }),
  inputs: { xs: "tensors" },

  describe({ attributes: { equation }, inputs: { xs } }) {
    const summation = readEquation(
      equation,
      xs.map(({ shape }) => shape),
    );
    const dtype = commonDtype(xs);
    return {
      outputs: [{ dtype, shape: summation.output.map((index) => summation.sizes.get(index)!) }],
      ...contraction(summation),
      ...(dtype !== xs[0]!.dtype && { compute: dtype }),
    };
  },
});

type Indices = readonly string[];

function contraction({ operands, output, sizes }: Summation): Required<Pick<Description, "work" | "products">> {
  const elements = (indices: Indices): number => product(indices.map((index) => sizes.get(index)!));
  const summedAway = (indices: Indices, kept: Indices): Work => {
    const adds = elements(indices) - elements(kept);
    return adds > 0 ? { add: adds } : {};
  };
  const [first, ...rest] = operands as readonly [Indices, ...Indices[]];
  const works: Work[] = [];
  const products: MatrixProduct[] = [];
  let current = first;
  rest.forEach((next, position) => {
    const needed = [output, ...rest.slice(position + 1)].flat();
    const left = common(current, [...next, ...needed]);
    const right = common(next, [...current, ...needed]);
    works.push(summedAway(current, left), summedAway(next, right));
    const both = [...new Set([...left, ...right])];
    current = common(both, needed);
    const sums = current.length < both.length;
    works.push({ [sums ? "mac" : "multiply"]: elements(both) });
    if (sums) {
      const shared = common(left, right);
      products.push({
        count: elements(common(shared, current)),
        rows: elements(except(left, right)),
        columns: elements(except(right, left)),
        depth: elements(except(shared, current)),
      });
    }
  });
  return { work: addWork(...works, summedAway(current, common(current, output))), products };
}

function common(indices: Indices, others: Indices): Indices {
  return indices.filter((index) => others.includes(index));
}

function except(indices: Indices, others: Indices): Indices {
  return indices.filter((index) => !others.includes(index));
}
