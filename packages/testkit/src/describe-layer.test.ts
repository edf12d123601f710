import { defineLayerType } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { describeLayer } from "./describe-layer.ts";
import { described } from "./described.ts";
import { float32 } from "./types.ts";

describe("describeLayer", () => {
  it("refuses products of matrices that are not all multiply-accumulates", () => {
    const products = [{ count: 2, rows: 3, columns: 4, depth: 5 }]; // 120
    expect(describeLayer(described, {}, { outputs: [float32(1)], work: { mac: 120 }, products }).products).toBe(products);
    expect(() => describeLayer(described, {}, { outputs: [float32(1)], work: { mac: 100 }, products })).toThrow(
      '"described": its products of matrices have 120 multiply-accumulates, its work 100',
    );
  });

  it("refuses inputs that the type does not have", () => {
    const relu = defineLayerType({
      type: "relu",
      attributes: described.attributes,
      inputs: { x: "tensor" },
      describe: () => ({ outputs: [], work: {} }),
    });
    expect(() => describeLayer(relu, { y: float32(1) })).toThrow('"relu" has no input "y", only "x"');
  });
});
