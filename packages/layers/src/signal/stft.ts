import { addWork, check, defineLayerType, formatShape, type LayerType, product } from "@modelgauge/core";
import { z } from "zod";
import { size } from "../size-schema.ts";
import { fourierWork } from "./fourier-work.ts";

/**
 * The short-time Fourier transform: the transforms of frames that overlap.
 *
 * signal: [batch, samples, 1] real or [batch, samples, 2] complex; or [batch, samples]. window: [length], multiplied into each frame.
 * Output: [batch, frames, bins, 2] with frames = ⌊(samples − length) / step⌋ + 1 and bins = length, or ⌊length / 2⌋ + 1 one-sided.
 * Work: for each frame, a multiplication per real number where there is a window, and a fast Fourier transform. An estimate.
 */
export const stft: LayerType = defineLayerType({
  type: "stft",
  attributes: z.strictObject({
    step: size.min(1, "must be at least 1").describe("samples from the begin of a frame to that of the next"),
    length: size.min(1, "must be at least 1").describe("samples of a frame"),
    onesided: z.boolean().default(true).describe("whether only the half is put out that tells all of a real signal's transform"),
  }),
  inputs: { signal: "tensor", window: "tensor?" },

  describe({ attributes: { step, length, onesided }, inputs: { signal, window } }) {
    const [batch, samples, parts = 1] = signal.shape;
    check(
      samples !== undefined && signal.shape.length <= 3 && (parts === 1 || parts === 2),
      () => `${formatShape(signal.shape)} is no batch of signals`,
    );
    check(samples >= length, () => `a frame of ${length} does not fit ${samples} samples`);
    check(
      window === undefined || product(window.shape) === length,
      () => `a window of ${formatShape(window!.shape)} does not fit frames of ${length}`,
    );
    check(!onesided || parts === 1, "a one-sided transform follows from a real signal only");
    const frames = Math.floor((samples - length) / step) + 1;
    const transforms = batch! * frames;
    return {
      outputs: [{ dtype: signal.dtype, shape: [batch!, frames, onesided ? Math.floor(length / 2) + 1 : length, 2] }],
      work: addWork(fourierWork(transforms, length, parts === 1), window ? { multiply: transforms * length * parts } : {}),
      status: "estimate",
    };
  },
});
