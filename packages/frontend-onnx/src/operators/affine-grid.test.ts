import { float32, int64, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stored, translated } from "../../test/translated.ts";
import { affineGridOperator } from "./affine-grid.ts";

describe("AffineGrid", () => {
  const theta = float32(4, 2, 3);

  it("takes the spatial sizes of the images", () => {
    const size = stored(tensor("int64", [4], [4, 3, 5, 6]));
    expect(translated(affineGridOperator, 20, { theta, size })[0]).toMatchObject({
      type: "affine-grid",
      attributes: { sizes: [5, 6] },
      inputs: ["theta"],
    });
    const other = stored(tensor("int64", [4], [2, 3, 5, 6]));
    expect(() => translated(affineGridOperator, 20, { theta, size: other })).toThrow("there are 4 matrices for 2 images");
  });

  it("reads them off the declared grid where only a run tells them", () => {
    const inputs = { theta, size: int64(4) };
    const declared = { y: float32(4, 7, 8, 2) };
    expect(translated(affineGridOperator, 20, inputs, { declared })[0]).toMatchObject({ attributes: { sizes: [7, 8] } });
    expect(translated(affineGridOperator, 20, inputs)[0]?.type).toBe("AffineGrid");
  });
});
