import { float32, int64 } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { translated } from "../../test/translated.ts";
import { roiAlignOperator } from "./roi-align.ts";

describe("RoiAlign", () => {
  const inputs = { x: float32(1, 3, 9, 9), regions: float32(5, 4), images: int64(5) };

  it("samples as many points as it is told, or as there are", () => {
    const attributes = { mode: "max", output_height: 7, output_width: 6, sampling_ratio: 2 };
    expect(translated(roiAlignOperator, 16, inputs, { attributes })).toEqual([
      {
        type: "roi-align",
        attributes: { function: "max", sizes: [7, 6], samples: 2 },
        inputs: ["x", "regions", "images"],
        weights: [],
        outputs: ["y"],
      },
    ]);
    expect(translated(roiAlignOperator, 10, inputs)[0]?.attributes).toEqual({ function: "average", sizes: [1, 1] });
  });
});
