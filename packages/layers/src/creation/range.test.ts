import { describeLayer, layerTypeSuite } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { range } from "./range.ts";

const of = (start: number, limit: number, step: number, dtype = "int64") => describeLayer(range, {}, { start, limit, step, dtype });

describe("range", () => {
  it("rounds the number of steps up", () => {
    expect(of(1, 10, 3)).toMatchObject({ outputs: [{ dtype: "int64", shape: [3] }], work: { multiply: 3, add: 3 }, values: [[1, 4, 7]] });
    expect(of(0, 1, 0.25, "float32").values).toEqual([[0, 0.25, 0.5, 0.75]]);
    expect(of(10, 4, -2).values).toEqual([[10, 8, 6]]);
    expect(of(5, 5, 1).outputs[0]).toMatchObject({ shape: [0] });
    expect(of(5, 0, 1).outputs[0]).toMatchObject({ shape: [0] });
  });

  it("stops where a loop would", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -9, max: 9 }).filter((step) => step !== 0),
        (start, limit, step) => {
          const expected: number[] = [];
          for (let number = start; step > 0 ? number < limit : number > limit; number += step) expected.push(number);
          expect(of(start, limit, step).values).toEqual([expected]);
        },
      ),
    );
  });

  it("never allocates what is large", () => {
    expect(of(0, 2 ** 60, 1)).toMatchObject({ outputs: [{ shape: [2 ** 60] }], values: [undefined] });
  });

  it("refuses a step of 0", () => {
    expect(() => of(0, 5, 0)).toThrow("a step of 0 does not lead from start to limit");
    expect(() => of(0, Number.NaN, 1)).toThrow("attribute limit: Invalid input: expected number, received NaN");
  });

  layerTypeSuite(range, {
    cases: [{ inputs: {}, attributes: { start: 1, limit: 10, step: 3, dtype: "int64" } }],
  });
});
