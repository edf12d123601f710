import { describeLayer, float32, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stft } from "./stft.ts";

describe("stft", () => {
  it("transforms frames that overlap", () => {
    // ⌊(128 − 16) / 8⌋ + 1 = 15 frames, 16 / 2 + 1 bins; each real: 8 · 4 butterflies / 2, of 4 multiplications and 6 adds; and the window
    expect(describeLayer(stft, { signal: float32(2, 128, 1), window: float32(16) }, { step: 8, length: 16 })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [2, 15, 9, 2] }],
      work: { multiply: 2400, add: 2880 }, // 30 · (64 + 16), 30 · 96
      status: "estimate",
    });
    expect(describeLayer(stft, { signal: float32(1, 16, 2) }, { step: 1, length: 16, onesided: false }).outputs[0]).toMatchObject({
      shape: [1, 1, 16, 2],
    });
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(stft, { signal: float32(1, 8, 1) }, { step: 1, length: 16 })).toThrow(
      "a frame of 16 does not fit 8 samples",
    );
    expect(() => describeLayer(stft, { signal: float32(1, 80, 2) }, { step: 1, length: 16 })).toThrow(
      "a one-sided transform follows from a real signal only",
    );
    expect(() => describeLayer(stft, { signal: float32(8) }, { step: 1, length: 16 })).toThrow("8 is no batch of signals");
    expect(() => describeLayer(stft, { signal: float32(1, 80), window: float32(8) }, { step: 1, length: 16 })).toThrow(
      "a window of 8 does not fit frames of 16",
    );
    expect(() => describeLayer(stft, { signal: float32(1, 80) }, { step: 0, length: 16 })).toThrow("attribute step: must be at least 1");
  });

  layerTypeSuite(stft, {
    cases: [{ inputs: { signal: float32(2, 128, 1), window: float32(16) }, attributes: { step: 8, length: 16 }, batch: { signal: 0 } }],
  });
});
