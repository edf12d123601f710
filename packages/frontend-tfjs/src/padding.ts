import type { Shape } from "@modelgauge/core";

/** A window that slides over spatial axes; each list has one number an axis. */
export interface PaddedWindow {
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
}

/**
 * Padding "same" of TensorFlow, before each axis, then after each: so much that ⌈size / stride⌉ windows fit, the odd one at the end.
 * https://www.tensorflow.org/api_docs/python/tf/nn#notes_on_padding_2
 */
export function samePads(spatial: Shape, { kernel, strides, dilations }: PaddedWindow): readonly number[] {
  const totals = spatial.map((size, axis) => {
    const extent = dilations[axis]! * (kernel[axis]! - 1) + 1;
    return Math.max(0, (Math.ceil(size / strides[axis]!) - 1) * strides[axis]! + extent - size);
  });
  return [...totals.map((total) => Math.floor(total / 2)), ...totals.map((total) => Math.ceil(total / 2))];
}

/** Padding of so much before each axis that no output sees a later input. */
export function causalPads({ kernel, dilations }: PaddedWindow): readonly number[] {
  return [...kernel.map((size, axis) => dilations[axis]! * (size - 1)), ...kernel.map(() => 0)];
}
