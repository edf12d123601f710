import {
  defineLayerType,
  type DType,
  DTYPES,
  isFloat,
  isInteger,
  type LayerType,
  product,
  type Scalar,
  type Values,
} from "@modelgauge/core";
import { z } from "zod";
import { roundTo } from "../values/floats.ts";
import { toBigInt, wrap } from "../values/integers.ts";

/**
 * Converts each element to another dtype.
 *
 * x: any shape. Output: the same shape. Work: one conversion per element; none where the dtype stays.
 * `evaluate`: integers wrap in the bits of a narrower dtype, floats truncate towards zero; a float beyond the integers' range, or
 * one that is no number, has no value. Whether a number that is known as a bound is 0 is an estimate.
 */
export const cast: LayerType = defineLayerType({
  type: "cast",
  attributes: z.strictObject({
    dtype: z.enum(DTYPES).describe("dtype of the output"),
  }),
  inputs: { x: "tensor" },
  growsWith: ["x"],

  describe({ attributes: { dtype }, inputs: { x } }) {
    const same = dtype === x.dtype;
    const bounds = x.values !== undefined && x.status !== "exact";
    return {
      outputs: [{ dtype, shape: x.shape, ...(bounds && dtype === "bool" && !same && { status: "estimate" as const }) }],
      work: same ? {} : { convert: product(x.shape) },
      aliases: [{ output: 0, input: 0, kind: same ? "view" : "in-place" }],
    };
  },

  evaluate({ attributes: { dtype }, inputs: { x } }) {
    const converted = x.values?.map((value) => convert(value, x.dtype, dtype));
    return converted === undefined || converted.includes(undefined) ? undefined : [converted as Values];
  },
});

function convert(value: Scalar, from: DType, to: DType): Scalar | undefined {
  if (from === to) return value;
  if (from === "string" || to === "string") return undefined;
  if (to === "bool") return Number(value) === 0 ? 0 : 1;
  if (isInteger(to)) return isFloat(from) ? truncate(Number(value), to) : wrap(toBigInt(value), to);
  return roundTo(to, Number(value));
}

function truncate(value: number, to: DType): Scalar | undefined {
  if (!Number.isFinite(value)) return undefined;
  const integer = BigInt(Math.trunc(value));
  const wrapped = wrap(integer, to);
  return BigInt(wrapped) === integer ? wrapped : undefined;
}
