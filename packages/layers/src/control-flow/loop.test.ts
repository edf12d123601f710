import { describeLayer, float32, int64, int64Values, layerTypeSuite, tensor } from "@modelgauge/testkit";
import { describe, expect, it } from "vitest";
import { body, type BodyOutput } from "../../test/body.ts";
import { loop } from "./loop.ts";

const goOn = tensor("bool", []);
const run = (carried: readonly BodyOutput[], runs: number, outputs: readonly BodyOutput[], status: "exact" | "at-least" = "exact") =>
  describeLayer(loop, { carried }, {}, [body([goOn, ...outputs], { runs, status })]);

describe("loop", () => {
  it("carries values, and stacks others over the runs", () => {
    expect(run([float32(2, 3)], 5, [float32(2, 3), float32(4)])).toMatchObject({
      outputs: [
        { dtype: "float32", shape: [2, 3] },
        { dtype: "float32", shape: [5, 4] },
      ],
      work: {},
      traffic: { read: 0, write: 0 },
    });
  });

  it("says when the runs are not known", () => {
    expect(run([float32(2)], 1, [float32(2), float32(4)], "at-least").outputs).toEqual([
      float32(2),
      { ...float32(1, 4), status: "at-least" },
    ]);
  });

  it("extrapolates what grows", () => {
    expect(run([float32(1, 8)], 10, [float32(3, 8)]).outputs).toEqual([{ ...float32(21, 8), status: "estimate" }]); // 1 + 10 · (3 − 1)
    expect(run([float32(1)], 10, [float32(1, 1)]).outputs).toEqual([{ ...float32(1), status: "estimate" }]);
  });

  it("follows one run or none exactly", () => {
    expect(run([int64Values(1)], 1, [int64Values(1, 2), int64Values(7)])).toMatchObject({
      outputs: [int64(2), int64(1, 1)],
      values: [[1, 2], [7]],
    });
    expect(run([int64Values(1)], 0, [int64Values(1, 2), int64Values(7)])).toMatchObject({
      outputs: [int64(1), int64(0, 1)],
      values: [[1], []],
    });
    expect(run([int64Values(1)], 2, [int64Values(1), int64Values(7)]).values).toEqual([undefined, undefined]);
  });

  it("follows each run of an unrolled loop", () => {
    const bodies = [2, 4, 8].map((size, step) => body([goOn, float32(size), int64Values(step)]));
    const { outputs, values } = describeLayer(loop, { carried: [float32(1)] }, { unrolled: true }, bodies);
    expect(outputs).toEqual([float32(8), int64(3, 1)]);
    expect(values).toEqual([undefined, [0, 1, 2]]);
  });

  it("leaves conditions that come first aside where it is unrolled", () => {
    const tests = [true, false].map(() => body([goOn], { name: "cond" }));
    const { outputs } = describeLayer(loop, { carried: [float32(1)] }, { condition: false, unrolled: true, conditions: 2 }, [
      ...tests,
      body([float32(4)]),
    ]);
    expect(outputs).toEqual([float32(4)]);
  });

  it("bounds what grows through an unrolled loop that may end earlier", () => {
    const after = (status: "at-most" | "exact", ...sizes: readonly number[]): unknown =>
      describeLayer(
        loop,
        { carried: [float32(4)] },
        { unrolled: true },
        sizes.map((size) => body([goOn, float32(size)], { status })),
      ).outputs;
    expect(after("at-most", 5, 6)).toEqual([{ ...float32(6), status: "at-most" }]);
    expect(after("at-most", 3, 2)).toEqual([{ ...float32(2), status: "estimate" }]); // 4 or 3 where it ends earlier
    expect(after("at-most", 9, 8)).toEqual([{ ...float32(8), status: "estimate" }]); // or 9
    expect(after("at-most", 4, 4)).toEqual([float32(4)]);
    expect(after("exact", 3, 2)).toEqual([float32(2)]);
  });

  it("needs no condition, and counts one that is a graph of its own", () => {
    const { outputs } = describeLayer(loop, { carried: [int64()] }, { condition: false }, [
      body([goOn], { runs: 4 }),
      body([int64()], { runs: 3 }),
    ]);
    expect(outputs).toEqual([int64()]);
  });

  it("refuses what does not fit", () => {
    expect(() => describeLayer(loop, { carried: [float32(1)] }, {}, [body([goOn])])).toThrow("body has 1 outputs, at least 2 are expected");
    expect(() => describeLayer(loop, { carried: [] }, {}, [])).toThrow("has no body");
    expect(() => describeLayer(loop, { carried: [] }, { unrolled: true }, [body([goOn], { name: "first" }), body([goOn, goOn])])).toThrow(
      "first stacks 0 outputs, body 1",
    );
    expect(() => run([], 2, [{ kind: "sequence" }])).toThrow("a sequence cannot be stacked over the runs");
  });

  layerTypeSuite(loop, {
    cases: [
      { inputs: { carried: [float32(1)] }, bodies: [body([goOn, float32(1), float32(4)], { runs: 3 })] },
      { inputs: { carried: [float32(1)] }, attributes: { unrolled: true }, bodies: [body([goOn, float32(1), float32(4)])] },
    ],
  });
});
