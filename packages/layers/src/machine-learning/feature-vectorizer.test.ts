import { describeLayer, float32, int64, layerTypeSuite } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { featureVectorizer } from "./feature-vectorizer.ts";

describe("feature-vectorizer", () => {
  it("joins features, converting what is not float32", () => {
    expect(describeLayer(featureVectorizer, { xs: [float32(2, 3), int64(2, 4)] })).toMatchObject({
      outputs: [float32(2, 7)],
      work: { convert: 8 },
    });
    expect(describeLayer(featureVectorizer, { xs: [float32(3)] })).toMatchObject({ outputs: [float32(1, 3)], work: {} });
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(featureVectorizer, { xs: [float32(2, 3), int64(4, 4)] })).toThrow("input 1 has 4 samples, the first 2");
    expect(() => describeLayer(featureVectorizer, { xs: [] })).toThrow("there is nothing to join");
  });

  layerTypeSuite(featureVectorizer, {
    cases: [{ inputs: { xs: [float32(2, 3), int64(2, 4)] }, batch: { xs: 0 } }],
  });
});
