import { check, defineLayerType, formatShape, type InputTensor, type LayerType } from "@modelgauge/core";
import { z } from "zod";

/**
 * Ranges of numbers, one after the other.
 *
 * starts, limits, steps: [n] each, or scalars that serve all. Outputs: where each range begins, [n + 1]; the numbers, as many as all ranges
 * have, ⌈(limit − start) / step⌉ each: at least 0 where these are not known. Work: a multiplication and an add per number.
 */
export const raggedRange: LayerType = defineLayerType({
  type: "ragged-range",
  attributes: z.strictObject({ dtype: z.enum(["int64", "int32"]).default("int64").describe("dtype of where ranges begin") }),
  inputs: { starts: "tensor", limits: "tensor", steps: "tensor" },

  describe({ attributes: { dtype }, inputs: { starts, limits, steps } }) {
    const bounds = [starts, limits, steps];
    const ranges = Math.max(...bounds.map(({ shape }) => (shape.length === 0 ? 1 : shape[0]!)));
    for (const { shape } of bounds) {
      check(
        shape.length === 0 || (shape.length === 1 && (shape[0] === ranges || shape[0] === 1)),
        () => `${formatShape(shape)} does not tell ${ranges} ranges`,
      );
    }
    const numbers = countNumbers(starts, limits, steps, ranges);
    const status = numbers === undefined ? { status: "at-least" as const } : {};
    return {
      outputs: [
        { dtype, shape: [ranges + 1] },
        { dtype: starts.dtype, shape: [numbers ?? 0], ...status },
      ],
      work: { multiply: numbers ?? 0, add: numbers ?? 0 },
      ...status,
    };
  },
});

function countNumbers(starts: InputTensor, limits: InputTensor, steps: InputTensor, ranges: number): number | undefined {
  let numbers = 0;
  for (let range = 0; range < ranges; range++) {
    const [start, limit, step] = [starts, limits, steps].map(({ values }) =>
      values === undefined ? undefined : Number(values[values.length === 1 ? 0 : range]),
    );
    if (start === undefined || limit === undefined || step === undefined) return undefined;
    check(step !== 0, "a step of 0 does not lead from start to limit");
    numbers += Math.max(0, Math.ceil((limit - start) / step));
  }
  return numbers;
}
