import { check, defineLayerType, type DType, DTYPES, isFloat, isInteger, type LayerType, product, type Scalar } from "@modelgauge/core";
import { z } from "zod";
import { sizes } from "../size-schema.ts";
import { roundTo } from "../values/floats.ts";
import { wrap } from "../values/integers.ts";

/** A number, infinite ones included, or text: JSON has no numbers beyond 2^53 and no infinity. */
const scalar = z.unknown().refine((value) => ["number", "bigint", "string"].includes(typeof value), "must be a number or text");

/** A tensor whose elements are all the same. Output: `shape`, in `dtype`. */
export const constantFill: LayerType = defineLayerType({
  type: "constant-fill",
  attributes: z.strictObject({
    shape: sizes.describe("sizes of the output"),
    dtype: z.enum(DTYPES).default("float32").describe("dtype of the output"),
    value: scalar.default(0).describe('the element; as text where JSON cannot write it: "9007199254740993", "-Infinity"'),
  }),
  inputs: {},

  describe({ attributes: { shape, dtype, value } }) {
    check(!isInteger(dtype) || /^-?\d+$/.test(String(value)), () => `${String(value)} is no integer, as elements of ${dtype} are`);
    return { outputs: [{ dtype, shape }], work: {} };
  },

  evaluate({ attributes: { shape, dtype, value } }) {
    const element = elementOf(value as Scalar, dtype);
    return element === undefined ? undefined : [new Array<Scalar>(product(shape)).fill(element)];
  },
});

function elementOf(value: Scalar, dtype: DType): Scalar | undefined {
  if (dtype === "string") return String(value);
  if (isInteger(dtype)) return wrap(BigInt(value), dtype);
  if (dtype === "bool") return Number(value) === 0 ? 0 : 1;
  return isFloat(dtype) ? roundTo(dtype, Number(value)) : undefined;
}
