import { describeLayer, float32, layerTypeSuite, tensor } from "@modelgauge/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightsOf } from "../../test/weights-of.ts";
import { recurrent } from "./recurrent.ts";

const x = float32(10, 2, 5); // 10 steps, 2 samples, 5 features
const apply = (attributes: object, input = x) => describeLayer(recurrent, { x: input }, { cell: "lstm", units: 3, ...attributes });
const shapesOf = (attributes: object, input = x): unknown[] =>
  apply(attributes, input).outputs.map((output) => "shape" in output && output.shape);

describe("recurrent", () => {
  it("runs an LSTM over each sample", () => {
    const { outputs, work } = apply({});
    expect(outputs).toEqual([
      { dtype: "float32", shape: [10, 1, 2, 3] },
      { dtype: "float32", shape: [1, 2, 3] },
      { dtype: "float32", shape: [1, 2, 3] },
    ]);
    // 10 · 2 · 3 = 60 hidden elements
    expect(work).toEqual({
      mac: 1_920, // 60 · 4 gates · (5 + 3)
      add: 480, // 60 · (4 biases + 3 in sigmoids + 1 in the cell)
      multiply: 180, // 60 · (f·c, i·g, o·tanh(c))
      exp: 180,
      divide: 180,
      tanh: 120,
    });
  });

  it("runs a GRU and a simple recurrence", () => {
    expect(apply({ cell: "gru", biases: 2 }).work).toEqual({
      mac: 1_440, // 60 · 3 · 8
      add: 600, // 60 · (2 · 3 biases + 2 in sigmoids + 2)
      multiply: 180,
      exp: 120,
      divide: 120,
      tanh: 60,
    });
    expect(apply({ cell: "rnn", biases: 0 })).toMatchObject({ work: { mac: 480, tanh: 60 } });
    expect(shapesOf({ cell: "gru" })).toEqual([
      [10, 1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it("scales quantised products back", () => {
    const { outputs, work, compute } = apply({ cell: "rnn", biases: 0, dtype: "float32" }, tensor("uint8", [10, 2, 5]));
    expect(outputs[0]).toEqual({ dtype: "float32", shape: [10, 1, 2, 3] });
    expect(work).toEqual({ mac: 480, tanh: 60, convert: 60, multiply: 60 });
    expect(compute).toBeUndefined(); // the input's
  });

  it("takes other activations", () => {
    expect(apply({ cell: "rnn", activations: ["relu"] }).work).toEqual({ mac: 480, add: 60, compare: 60 });
    expect(apply({ cell: "gru", activations: ["hard-sigmoid", "identity"], biases: 0 }).work).toEqual({
      mac: 1_440,
      multiply: 300, // 60 · (2 hard sigmoids + 3)
      add: 240, // 60 · (2 + 2)
      compare: 240, // 60 · 2 · 2
    });
    const mixed = { cell: "rnn", directions: 2, biases: 0, activations: ["relu", "tanh"] };
    expect(apply(mixed).work).toEqual({ mac: 960, compare: 60, tanh: 60 });
    expect(() => apply({ activations: ["relu"] })).toThrow("lstm has 3 activations, not 1");
  });

  it("reads in both directions and stacks them", () => {
    expect(shapesOf({ directions: 2 })).toEqual([
      [10, 2, 2, 3],
      [2, 2, 3],
      [2, 2, 3],
    ]);
    expect(shapesOf({ directions: 2, layout: "batch-first" }, float32(2, 10, 5))).toEqual([
      [2, 10, 2, 3],
      [2, 2, 3],
      [2, 2, 3],
    ]);
    expect(shapesOf({ returns: "last" })).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(apply({ directions: 2 }).work.mac).toBe(3_840);
  });

  it("merges directions", () => {
    const merged = { directions: 2, layout: "batch-first", biases: 0 };
    const samples = float32(2, 10, 5);
    expect(shapesOf({ ...merged, merge: "concat" }, samples)).toEqual([
      [2, 10, 6],
      [2, 3],
      [2, 3],
      [2, 3],
      [2, 3],
    ]);
    expect(shapesOf({ ...merged, merge: "sum", returns: "last", cell: "gru" }, samples)).toEqual([
      [2, 3],
      [2, 3],
      [2, 3],
    ]);
    const works = (merge: string, returns = "sequence") => apply({ ...merged, merge, returns }, samples).work;
    expect(works("sum").add! - works("concat").add!).toBe(60); // 2 · 10 · 3 elements given out
    expect(works("average", "last").divide! - works("concat").divide!).toBe(6);
    expect(works("multiply").multiply! - works("stack").multiply!).toBe(60);
  });

  it("looks at the cell, and projects", () => {
    expect(apply({ peepholes: true }).work).toMatchObject({ multiply: 360, add: 660 }); // 60 · (3 + 3); 60 · (8 + 3)
    expect(apply({ projection: 2 }).work.mac).toBe(1_800); // 60 · (4 · (5 + 2) + 2)
    expect(shapesOf({ projection: 2 })).toEqual([
      [10, 1, 2, 2],
      [1, 2, 2],
      [1, 2, 3],
    ]);
    expect(() => apply({ cell: "gru", peepholes: true })).toThrow("gru has no peepholes");
    expect(() => apply({ cell: "rnn", projection: 2 })).toThrow("rnn has no projection");
  });

  it("holds weights for each direction", () => {
    expect(weightsOf(recurrent, { x }, { cell: "gru", units: 3, biases: 2 })).toEqual({
      weight: [9, 5],
      recurrentWeight: [9, 3],
      bias: { shape: [18], role: "bias" },
    });
    const attributes = { cell: "lstm", units: 3, directions: 2, biases: 0, peepholes: true, projection: 2 };
    expect(weightsOf(recurrent, { x }, attributes)).toEqual({
      forwardWeight: [12, 5],
      forwardRecurrentWeight: [12, 2],
      forwardPeephole: [9],
      forwardProjection: [2, 3],
      backwardWeight: [12, 5],
      backwardRecurrentWeight: [12, 2],
      backwardPeephole: [9],
      backwardProjection: [2, 3],
    });
  });

  it("takes sequences", () => {
    expect(() => apply({}, float32(10, 5))).toThrow("a sequence has 3 dimensions (steps, batch, features), not 2");
  });

  it("costs in proportion to steps, samples and directions", () => {
    const size = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(size, size, size, fc.constantFrom("lstm", "gru", "rnn"), (steps, batch, features, cell) => {
        const { work } = apply({ cell }, float32(steps, batch, features));
        expect(apply({ cell }, float32(2 * steps, batch, features)).work.mac).toBe(2 * work.mac!);
        expect(apply({ cell, layout: "batch-first" }, float32(batch, steps, features)).work).toEqual(work);
        expect(apply({ cell, directions: 2 }, float32(steps, batch, features)).work.add).toBe(2 * work.add!);
      }),
    );
  });

  layerTypeSuite(recurrent, {
    cases: [
      { inputs: { x: float32(10, 2, 5) }, attributes: { cell: "lstm", units: 3 }, batch: { x: 0 } },
      {
        inputs: { x: float32(2, 10, 5) },
        attributes: { cell: "gru", units: 3, directions: 2, layout: "batch-first", biases: 0, merge: "sum", returns: "last" },
        batch: { x: 0 },
      },
      { inputs: { x: tensor("uint8", [10, 2, 5]) }, attributes: { cell: "rnn", units: 3, biases: 0, dtype: "float32" }, batch: { x: 0 } },
    ],
  });
});
