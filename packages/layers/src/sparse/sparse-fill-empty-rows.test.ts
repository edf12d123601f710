import { describeLayer, float32, int64, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { sparseFillEmptyRows } from "./sparse-fill-empty-rows.ts";

const apply = (indices: ReturnType<typeof tensor>, shape: ReturnType<typeof tensor>) =>
  describeLayer(sparseFillEmptyRows, { indices, values: float32(3), shape, fill: float32() });

describe("sparse-fill-empty-rows", () => {
  it("adds at most one element a row", () => {
    expect(apply(int64(3, 2), int64Values(5, 6))).toMatchObject({
      outputs: [{ ...int64(8, 2), status: "at-most" }, { ...float32(8), status: "at-most" }, tensor("bool", [5]), int64(3)],
      work: { compare: 8 }, // 3 elements, 5 rows
    });
  });

  it("counts the rows that known indices leave empty", () => {
    const indices = tensor("int64", [3, 2], [0, 1, 0, 2, 3, 0]); // rows 0, 0, 3
    expect(apply(indices, int64Values(5, 6)).outputs.slice(0, 2)).toEqual([int64(6, 2), float32(6)]); // 3 + 3 of 5 rows
  });

  it("knows only the elements where the shape is not known", () => {
    expect(apply(int64(3, 2), int64(2))).toMatchObject({
      outputs: [
        { ...int64(3, 2), status: "at-least" },
        { ...float32(3), status: "at-least" },
        { ...tensor("bool", [0]), status: "at-least" },
        int64(3),
      ],
      status: "at-least",
    });
  });

  it("refuses what does not go together", () => {
    expect(() => apply(int64(4, 2), int64Values(5, 6))).toThrow("indices of 4×2 and values of 3 do not go together");
    expect(() => apply(int64(3, 2), int64Values(-1, 6))).toThrow("there are no -1 rows");
  });

  layerTypeSuite(sparseFillEmptyRows, {
    cases: [
      { inputs: { indices: int64(3, 2), values: float32(3), shape: int64Values(5, 6), fill: float32() }, batch: { indices: 0, values: 0 } },
    ],
  });
});
