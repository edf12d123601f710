import { unknownValues } from "../graph/known-values.ts";
import { defineTfjsOp, defineTfjsOps, type TfjsOp } from "../op-translator.ts";

/** FFT and IFFT of complex numbers, along the last axis. */
export const fftOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { FFT: false, IFFT: true },
  inputs: { input: "tensor" },
  translate: ({ inputs: { input }, add }, inverse) => add("fft", [input], { inverse }),
});

/** RFFT: half of the transform of real numbers. */
export const rfftOp: TfjsOp = defineTfjsOp({
  op: "RFFT",
  inputs: { input: "tensor", length: "setting" },
  translate({ inputs: { input, length }, add, undescribed }) {
    if (length.number === undefined) return undescribed(unknownValues(length));
    add("fft", [input], { length: length.number, output: "half" });
  },
});

/** IRFFT: the real numbers that a half stands for. */
export const irfftOp: TfjsOp = defineTfjsOp({
  op: "IRFFT",
  inputs: { input: "tensor", length: "setting" },
  translate({ inputs: { input, length }, add, undescribed }) {
    if (length.number === undefined) return undescribed(unknownValues(length));
    add("fft", [input], { length: length.number, inverse: true, output: "real" });
  },
});
