import { describeLayer, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { windowFunction } from "./window.ts";

describe("window", () => {
  it("takes one or two cosines per element", () => {
    expect(describeLayer(windowFunction, {}, { function: "hann", size: 10 })).toMatchObject({
      outputs: [{ dtype: "float32", shape: [10] }],
      work: { sine: 10, multiply: 20, add: 10 },
    });
    expect(describeLayer(windowFunction, {}, { function: "blackman", size: 10, dtype: "float64" }).work).toEqual({
      sine: 20,
      multiply: 40,
      add: 20,
    });
  });

  layerTypeSuite(windowFunction, {
    cases: [
      { inputs: {}, attributes: { function: "hann", size: 10 } },
      { inputs: {}, attributes: { function: "blackman", size: 10, dtype: "float64" } },
    ],
  });
});
