import { check, type Shape } from "@modelgauge/core";
import { z } from "zod";

const positive = z.int().positive();

/** Attributes of a window that slides over feature maps, one entry per spatial dimension. */
export const windowAttributes: {
  readonly kernel: z.ZodArray<z.ZodInt>;
  readonly strides: z.ZodOptional<z.ZodArray<z.ZodInt>>;
  readonly dilations: z.ZodOptional<z.ZodArray<z.ZodInt>>;
  readonly pads: z.ZodOptional<z.ZodArray<z.ZodInt>>;
} = {
  kernel: z.array(positive).describe("size of the window in each spatial dimension"),
  strides: z.array(positive).optional().describe("step of the window in each spatial dimension; 1 where left out"),
  dilations: z.array(positive).optional().describe("distance of the window's elements in each spatial dimension; 1 where left out"),
  pads: z.array(z.int()).optional().describe("padding at the begin of each spatial dimension, then at the end of each; 0 where left out"),
};

/** A window as attributes give it. */
export interface WindowAttributes {
  readonly kernel: readonly number[];
  readonly strides?: readonly number[] | undefined;
  readonly dilations?: readonly number[] | undefined;
  readonly pads?: readonly number[] | undefined;
}

/** A window in one spatial dimension. */
export interface Window {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly begin: number;
  readonly end: number;
}

/**
 * A window, dimension by dimension, with defaults filled in.
 *
 * @throws ModelGaugeError `invalid-layer` when a list has not one entry (`pads`: two) for each dimension of the kernel
 */
export function windows({ kernel, strides, dilations, pads }: WindowAttributes): readonly Window[] {
  const rank = kernel.length;
  const expect = (name: string, list: readonly number[] | undefined, length: number): void =>
    check(
      list === undefined || list.length === length,
      () => `${name} has ${list?.length} entries, ${length} are expected for a kernel of ${rank} dimensions`,
    );
  expect("strides", strides, rank);
  expect("dilations", dilations, rank);
  expect("pads", pads, 2 * rank);
  return kernel.map((size, axis) => ({
    kernel: size,
    stride: strides?.[axis] ?? 1,
    dilation: dilations?.[axis] ?? 1,
    begin: pads?.[axis] ?? 0,
    end: pads?.[axis + rank] ?? 0,
  }));
}

/** Elements that a window spans: dilation × (kernel − 1) + 1. */
export function extent({ kernel, dilation }: Window): number {
  return dilation * (kernel - 1) + 1;
}

/**
 * Positions of a sliding window in each spatial dimension:
 * ⌊(size + pads − dilation × (kernel − 1) − 1) / stride⌋ + 1 (Dumoulin and Visin, 2016, relation 15). With `ceil`, the last position
 * may hang over the end, if it begins inside the input or the padding before it.
 *
 * @throws ModelGaugeError `invalid-layer` when the window is larger than a padded dimension
 */
export function slide(spatial: Shape, window: readonly Window[], ceil: boolean = false): Shape {
  return spatial.map((size, axis) => {
    const each = window[axis]!;
    const free = size + each.begin + each.end - extent(each);
    check(
      free >= 0,
      () => `a window of ${extent(each)} does not fit a padded size of ${size + each.begin + each.end} (spatial dimension ${axis})`,
    );
    if (!ceil) return Math.floor(free / each.stride) + 1;
    const positions = Math.ceil(free / each.stride) + 1;
    return (positions - 1) * each.stride >= size + each.begin ? positions - 1 : positions;
  });
}
