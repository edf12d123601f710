import { float32 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { translated } from "../../test/translated.ts";
import { maxRoiPoolOperator } from "./max-roi-pool.ts";

describe("MaxRoiPool", () => {
  it("pools into bins", () => {
    const inputs = { x: float32(1, 3, 9, 9), regions: float32(5, 5) };
    expect(translated(maxRoiPoolOperator, 1, inputs, { attributes: { pooled_shape: [7, 6] } })[0]).toMatchObject({
      type: "roi-pool",
      attributes: { sizes: [7, 6] },
      inputs: ["x", "regions"],
    });
  });
});
