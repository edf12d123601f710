import { check, type Shape } from "@modelgauge/core";
import type { OnnxNode } from "./onnx-node.ts";

/** Attributes of a window, with `auto_pad` resolved. */
export interface SlidingWindow {
  readonly kernel: readonly number[];
  readonly strides?: readonly number[];
  readonly dilations?: readonly number[];
  readonly pads?: readonly number[];
}

/**
 * Reads the window of a convolution or pooling node over [N, C, …spatial].
 *
 * `auto_pad`: SAME_UPPER and SAME_LOWER pad so that the output size is ⌈size / stride⌉, an odd element at the end or the begin;
 * VALID does not pad.
 *
 * @param weightKernel the kernel that the weight's shape tells, where there is a weight
 * @throws ModelGaugeError `invalid-layer` when the kernel is missing, contradicts the weight, or has another rank
 */
export function slidingWindow(node: OnnxNode, { shape }: { readonly shape: Shape }, weightKernel?: readonly number[]): SlidingWindow {
  const declared = node.ints("kernel_shape");
  const kernel = declared ?? weightKernel;
  check(kernel !== undefined, "attribute kernel_shape is missing");
  check(
    weightKernel === undefined ||
      declared === undefined ||
      (declared.length === weightKernel.length && declared.every((size, axis) => size === weightKernel[axis])),
    () => `kernel_shape is ${declared?.join("×")}, the weight's kernel is ${weightKernel?.join("×")}`,
  );
  const strides = node.ints("strides");
  const dilations = node.ints("dilations");
  const window = { kernel, ...(strides && { strides }), ...(dilations && { dilations }) };
  const pads = resolvedPads(node, shape.slice(2), window);
  return { ...window, ...(pads && { pads }) };
}

function resolvedPads(node: OnnxNode, spatial: Shape, { kernel, strides, dilations }: SlidingWindow): readonly number[] | undefined {
  const mode = autoPad(node);
  if (mode === "VALID") return undefined;
  if (mode === "NOTSET") return node.ints("pads");
  const totals = spatial.map((size, axis) => {
    const stride = strides?.[axis] ?? 1;
    const extent = (dilations?.[axis] ?? 1) * ((kernel[axis] ?? 1) - 1) + 1;
    return stride > 0 ? Math.max(0, (Math.ceil(size / stride) - 1) * stride + extent - size) : 0;
  });
  return shared(totals, mode);
}

/** How a node pads. */
export type AutoPad = "NOTSET" | "SAME_UPPER" | "SAME_LOWER" | "VALID";

/** @throws ModelGaugeError `invalid-layer` when `auto_pad` is another word */
export function autoPad(node: OnnxNode): AutoPad {
  return node.word("auto_pad", ["NOTSET", "SAME_UPPER", "SAME_LOWER", "VALID"]) ?? "NOTSET";
}

/** Divides each axis' padding between begin and end: all begins, then all ends. */
export function shared(totals: readonly number[], mode: "SAME_UPPER" | "SAME_LOWER"): readonly number[] {
  const less = totals.map((total) => Math.floor(total / 2));
  const more = totals.map((total, axis) => total - less[axis]!);
  return mode === "SAME_UPPER" ? [...less, ...more] : [...more, ...less];
}
