import { check, formatShape, type Shape } from "@modelgauge/core";
import { z } from "zod";
import { wholeFrom } from "../whole-number.ts";

/** Attributes of a window that slides over feature maps, one entry per spatial dimension. */
export const windowAttributes: {
  readonly kernel: z.ZodArray<z.ZodInt>;
  readonly strides: z.ZodOptional<z.ZodArray<z.ZodInt>>;
  readonly dilations: z.ZodOptional<z.ZodArray<z.ZodInt>>;
  readonly pads: z.ZodOptional<z.ZodArray<z.ZodInt>>;
} = {
  kernel: z.array(wholeFrom(1)).describe("size of the window in each spatial dimension"),
  strides: z.array(wholeFrom(1)).optional().describe("step of the window in each spatial dimension; 1 where left out"),
  dilations: z.array(wholeFrom(1)).optional().describe("distance of the window's elements in each spatial dimension; 1 where left out"),
  pads: z
    .array(wholeFrom(0))
    .optional()
    .describe("padding at the begin of each spatial dimension, then at the end of each; 0 where left out"),
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
  readonly stride: number;
  readonly begin: number;
  readonly end: number;
  /** Elements that it spans: dilation × (kernel − 1) + 1. */
  readonly extent: number;
}

/**
 * A window, dimension by dimension, with defaults filled in.
 *
 * @throws ModelGaugeError `invalid-layer` when a list has not one entry (`pads`: two) for each dimension of the kernel
 */
export function windows({ kernel, strides, dilations, pads }: WindowAttributes): readonly Window[] {
  const rank = kernel.length;
  checkEntries("strides", strides, rank, rank);
  checkEntries("dilations", dilations, rank, rank);
  checkEntries("pads", pads, 2 * rank, rank);
  return kernel.map((size, axis) => ({
    stride: strides?.[axis] ?? 1,
    begin: pads?.[axis] ?? 0,
    end: pads?.[axis + rank] ?? 0,
    extent: (dilations?.[axis] ?? 1) * (size - 1) + 1,
  }));
}

/**
 * Positions of a sliding window in each spatial dimension:
 * ⌊(size + pads − dilation × (kernel − 1) − 1) / stride⌋ + 1 (Dumoulin and Visin, 2016, relation 15). With `ceil`, the last position
 * may hang over the end, if it begins inside the input or the padding before it. A dimension without elements, nor padding that the
 * window fits, has no position.
 *
 * @throws ModelGaugeError `invalid-layer` when the window is larger than a padded dimension
 */
export function slide(spatial: Shape, attributes: WindowAttributes, ceil: boolean = false): Shape {
  const window = windows(attributes);
  return spatial.map((size, axis) => {
    const { stride, begin, end, extent } = window[axis]!;
    const free = size + begin + end - extent;
    if (size === 0 && free < 0) return 0;
    check(free >= 0, () => {
      const padded = begin + end === 0 ? "" : `, with ${begin} + ${end} of padding`;
      return `a window of ${extent} does not fit size ${size}${padded} (spatial dimension ${axis} of ${formatShape(spatial)})`;
    });
    if (!ceil) return Math.floor(free / stride) + 1;
    const positions = Math.ceil(free / stride) + 1;
    return (positions - 1) * stride >= size + begin ? positions - 1 : positions;
  });
}

/**
 * Sizes of the spatial dimensions that a transposed window writes to: (size − 1) × stride + dilation × (kernel − 1) + 1 − pads +
 * output pad (Dumoulin and Visin, 2016, relation 14). A dimension without elements stays so.
 *
 * @param outputPads elements added at the end of each, which tell sizes apart that slide to the same; 0 where left out
 * @throws ModelGaugeError `invalid-layer` when the padding takes away more than there is
 */
export function spread(spatial: Shape, attributes: WindowAttributes, outputPads?: readonly number[]): Shape {
  checkEntries("outputPads", outputPads, spatial.length, spatial.length);
  const window = windows(attributes);
  return spatial.map((size, axis) => {
    if (size === 0) return 0;
    const { stride, begin, end, extent } = window[axis]!;
    const written = (size - 1) * stride + extent + (outputPads?.[axis] ?? 0);
    check(written >= begin + end, () => `pads of ${begin} and ${end} take away more than the ${written} of spatial dimension ${axis}`);
    return written - begin - end;
  });
}

function checkEntries(name: string, list: readonly number[] | undefined, expected: number, rank: number): void {
  check(
    list === undefined || list.length === expected,
    () => `${name} has ${list?.length} entries, ${expected} are expected for a kernel of ${rank} dimensions`,
  );
}
