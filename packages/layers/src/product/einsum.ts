import { broadcast, check, defineLayerType, type InputTensor, type LayerType, product, type Shape } from "@modelgauge/core";
import { z } from "zod";
import { commonDtype } from "../common-dtype.ts";

/** The longest equation that is read, in characters: there are 52 letters to use. */
const LONGEST_EQUATION = 1_000;

/**
 * Einstein summation: `bij,bjk->bik`. An ellipsis stands for leading dimensions, which broadcast; a repeated index takes a diagonal;
 * without an arrow, indices that occur once are the output's, in alphabetical order.
 *
 * Work: the product of all index sizes, in MACs, for each operand after the first (they are contracted in one loop nest: a runtime that
 * contracts pair by pair may do less for three or more); of one operand, an add for each element that is summed away.
 */
export const einsum: LayerType = defineLayerType({
  type: "einsum",
  attributes: z.strictObject({
    equation: z.string().max(LONGEST_EQUATION).describe("indices of each operand, an arrow, indices of the output"),
  }),
  inputs: { xs: "tensors" },

  describe({ attributes: { equation }, inputs: { xs } }) {
    const { operands, output } = parse(equation);
    check(operands.length === xs.length, () => `the equation has ${operands.length} operands, ${xs.length} are given`);
    const sizes = new Map<string, number>();
    const leading = broadcast(...operands.map((indices, position) => bind(indices, xs[position]!, position, sizes)));
    const kept = output ?? implicitOutput(operands);
    const dims = kept.split("").map((index) => {
      const size = index === "." ? undefined : sizes.get(index);
      check(index === "." || size !== undefined, () => `output index "${index}" is in no operand`);
      return size;
    });
    check(new Set(kept).size === kept.length, "an output index stands twice");
    const shape = dims.flatMap((size) => size ?? leading);
    const all = product([...leading, ...sizes.values()]);
    const elements = product(shape);
    const dtype = commonDtype(xs);
    return {
      outputs: [{ dtype, shape }],
      work: xs.length > 1 ? { mac: all * (xs.length - 1) } : { add: Math.max(0, all - elements) },
      ...(dtype !== xs[0]!.dtype && { compute: dtype }),
    };
  },
});

/** An ellipsis is written as one dot. */
function parse(equation: string): { readonly operands: readonly string[]; readonly output: string | undefined } {
  const text = equation.replaceAll(/\s/g, "").replaceAll("...", ".");
  check(/^[A-Za-z.]*(,[A-Za-z.]*)*(->[A-Za-z.]*)?$/.test(text), () => `"${equation}" is no Einstein summation`);
  const [left = "", output] = text.split("->");
  const operands = left.split(",");
  for (const indices of [...operands, output ?? ""])
    check(indices.split(".").length <= 2, () => `"${equation}" has two ellipses in one operand`);
  return { operands, output };
}

/** Notes the size of each index; answers the dimensions that the ellipsis stands for. */
function bind(indices: string, { shape }: InputTensor, position: number, sizes: Map<string, number>): Shape {
  const named = indices.replace(".", "").length;
  const hasEllipsis = indices.includes(".");
  const covered = shape.length - named;
  check(
    hasEllipsis ? covered >= 0 : covered === 0,
    () => `operand ${position} has ${shape.length} dimensions, "${indices.replace(".", "...")}" names ${named}`,
  );
  const start = indices.indexOf(".");
  indices.replace(".", "").split("").forEach((index, order) => {
    const size = shape[hasEllipsis && order >= start ? order + covered : order]!;
    const known = sizes.get(index);
    check(known === undefined || known === size || known === 1 || size === 1, () => `index "${index}" is ${known} and ${size}`);
    sizes.set(index, known === undefined || known === 1 ? size : known);
  });
  return hasEllipsis ? shape.slice(start, start + covered) : [];
}

function implicitOutput(operands: readonly string[]): string {
  const letters = operands.join("").replaceAll(".", "").split("");
  const once = letters.filter((letter) => letters.indexOf(letter) === letters.lastIndexOf(letter));
  return (operands.some((indices) => indices.includes(".")) ? "." : "") + once.toSorted().join("");
}
