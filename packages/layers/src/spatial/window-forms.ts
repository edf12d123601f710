import { check, type Shape } from "@modelgauge/core";
import { z } from "zod";
import { wholeFrom } from "../whole-number.ts";
import { type WindowAttributes, windowAttributes, windows } from "./window.ts";

type OneOrEach = z.ZodUnion<readonly [z.ZodInt, z.ZodArray<z.ZodInt>]>;
type Padding = z.ZodUnion<readonly [z.ZodEnum<{ valid: "valid"; same: "same" }>, z.ZodInt, z.ZodArray<z.ZodInt>]>;

/** The attributes of a sliding window in short forms: one number for all spatial dimensions; `padding` in place of `pads`. */
export const windowForms: {
  readonly kernel: OneOrEach;
  readonly strides: z.ZodOptional<OneOrEach>;
  readonly dilations: z.ZodOptional<OneOrEach>;
  readonly pads: z.ZodOptional<z.ZodArray<z.ZodInt>>;
  readonly padding: z.ZodOptional<Padding>;
} = {
  kernel: oneOrEach().describe("size of the window, in all spatial dimensions or in each"),
  strides: oneOrEach().optional().describe("step of the window, in all spatial dimensions or in each; 1 where left out"),
  dilations: oneOrEach().optional().describe("distance of the window's elements, in all spatial dimensions or in each; 1 where left out"),
  pads: windowAttributes.pads,
  padding: z
    .union([z.enum(["valid", "same"]), wholeFrom(0), z.array(wholeFrom(0))])
    .optional()
    .describe('in place of `pads`: at both ends, of all spatial dimensions or of each; "same": what makes the output ⌈size / stride⌉ long'),
};

function oneOrEach(): OneOrEach {
  return z.union([wholeFrom(1), z.array(wholeFrom(1))]);
}

/** A window in short forms. */
export interface WindowForms {
  readonly kernel: number | readonly number[];
  readonly strides?: number | readonly number[] | undefined;
  readonly dilations?: number | readonly number[] | undefined;
  readonly pads?: readonly number[] | undefined;
  readonly padding?: "valid" | "same" | number | readonly number[] | undefined;
}

/** How a window's ends are padded so that the output is as long as `padding: "same"` says, dimension by dimension. */
export type SamePadding = (size: number, extent: number, stride: number) => number;

/**
 * A window's attributes in full.
 *
 * @param spatial sizes of the dimensions that it slides over
 * @param same padding of both ends together for "same"; of an odd number, the larger half stands at the end
 * @throws ModelGaugeError `invalid-layer` when `pads` and `padding` are both given, or a list has not one entry for each dimension
 */
export function fullWindow<F extends WindowForms>(
  forms: F,
  spatial: Shape,
  same: SamePadding = slidingSame,
): Omit<F, keyof WindowForms> & WindowAttributes {
  const { kernel, strides, dilations, pads, padding, ...others } = forms;
  check(pads === undefined || padding === undefined, "pads and padding say the same: give one");
  const each = (name: string, form: number | readonly number[]): readonly number[] => {
    if (typeof form === "number") return spatial.map(() => form);
    check(
      form.length === spatial.length,
      () => `${name} has ${form.length} entries, ${spatial.length} are expected: one for each spatial dimension`,
    );
    return form;
  };
  const window = {
    kernel: each("kernel", kernel),
    ...(strides !== undefined && { strides: each("strides", strides) }),
    ...(dilations !== undefined && { dilations: each("dilations", dilations) }),
  };
  if (padding === "same") return { ...others, ...window, pads: samePads(window, spatial, same) };
  const both = padding === undefined || padding === "valid" ? undefined : each("padding", padding);
  const ends = both === undefined ? pads : [...both, ...both];
  return { ...others, ...window, ...(ends !== undefined && { pads: ends }) };
}

/** An output of ⌈size / stride⌉ elements. */
function slidingSame(size: number, extent: number, stride: number): number {
  return Math.max(0, (Math.ceil(size / stride) - 1) * stride + extent - size);
}

function samePads(window: WindowAttributes, spatial: Shape, same: SamePadding): readonly number[] {
  const totals = windows(window).map(({ extent, stride }, axis) => same(spatial[axis]!, extent, stride));
  return [...totals.map((total) => Math.floor(total / 2)), ...totals.map((total) => Math.ceil(total / 2))];
}
