import type { DType } from "@modelgauge/core";
import { z } from "zod";
import { productDtype } from "../product/product-dtype.ts";
import { type Layout, layoutAttribute } from "../spatial/layout.ts";
import { windowAttributes } from "../spatial/window.ts";
import { wholeFrom } from "../whole-number.ts";

/** Attributes that all convolutions have. */
export const convolutionAttributes: {
  readonly filters: z.ZodInt;
  readonly kernel: z.ZodArray<z.ZodInt>;
  readonly strides: z.ZodOptional<z.ZodArray<z.ZodInt>>;
  readonly dilations: z.ZodOptional<z.ZodArray<z.ZodInt>>;
  readonly pads: z.ZodOptional<z.ZodArray<z.ZodInt>>;
  readonly groups: z.ZodDefault<z.ZodInt>;
  readonly layout: z.ZodDefault<z.ZodEnum<{ [Each in Layout]: Each }>>;
  readonly bias: z.ZodDefault<z.ZodBoolean>;
  readonly dtype: z.ZodOptional<z.ZodEnum<{ [Each in DType]: Each }>>;
} = {
  filters: wholeFrom(0).describe("output channels"),
  ...windowAttributes,
  groups: wholeFrom(1).default(1).describe("groups of channels that are convolved apart"),
  layout: layoutAttribute,
  bias: z.boolean().default(false).describe("whether a bias is added to each output channel"),
  dtype: productDtype,
};
