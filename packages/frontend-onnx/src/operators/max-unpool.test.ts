import { float32, int64, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { stored, translated } from "../../test/translated.ts";
import { maxUnpoolOperator } from "./max-unpool.ts";

describe("MaxUnpool", () => {
  const inputs = { x: float32(1, 2, 3), indices: int64(1, 2, 3) };
  const attributes = { kernel_shape: [2], strides: [2], pads: [0, 1] };

  it("spreads its window", () => {
    expect(translated(maxUnpoolOperator, 11, inputs, { attributes })).toEqual([
      {
        type: "max-unpool",
        attributes: { kernel: [2], strides: [2], pads: [0, 1] },
        inputs: ["x", "indices"],
        weights: [],
        outputs: ["y"],
      },
    ]);
  });

  it("has the shape of its third input, or the one declared where that is computed", () => {
    const shape = stored(tensor("int64", [3], [1, 2, 7]));
    expect(translated(maxUnpoolOperator, 11, { ...inputs, shape }, { attributes })[0]?.attributes).toMatchObject({ shape: [1, 2, 7] });
    const computed = { ...inputs, shape: int64(3) };
    const declared = { y: float32(1, 2, 8) };
    expect(translated(maxUnpoolOperator, 11, computed, { attributes, declared })[0]?.attributes).toMatchObject({ shape: [1, 2, 8] });
    expect(translated(maxUnpoolOperator, 11, computed, { attributes })[0]?.type).toBe("MaxUnpool"); // nothing describes it
  });
});
