import { describe, expect, it } from "vitest";
import { analyzeGraph, body, type GraphNode, type GraphReport, input, int, ints, stored } from "./analyze-graph.ts";

/** n: how many of eight elements are not zero, at most 8. */
const count: readonly GraphNode[] = [
  ["NonZero", ["x"], ["places"]],
  ["Shape", ["places"], ["shape"]],
  ["Slice", ["shape", "one", "two"], ["n"]],
];

/** Rows of a table of 8×4, as many as some count says, times a 4×4. */
const product = (...nodes: readonly GraphNode[]): Promise<GraphReport> =>
  analyzeGraph({
    inputs: {
      x: input("float32", [8]),
      table: input("float32", [8, 4]),
      w: stored("float32", [4, 4]),
      zero: ints(0),
      one: ints(1),
      two: ints(2),
      eight: ints(8),
      four: ints(4),
      sizes: ints(1, 1, 2, 2, 3, 5, 7, 8, 9),
      yes: stored("bool", [], [1]),
      none: int(0),
      ten: int(10),
      step: int(1),
      no: stored("int64", [1], [0]),
    },
    nodes: [...count, ...nodes, ["MatMul", ["rows", "w"], ["y"]]],
    outputs: ["y"],
  });

const SCALAR: GraphNode = ["Squeeze", ["n"], ["number"]];
/** A vector of so many numbers as rows of four. */
const AS_ROWS: readonly GraphNode[] = [
  ["Cast", ["numbers"], ["floats"], { to: 1 }],
  ["Unsqueeze", ["floats", "one"], ["column"]],
  ["Concat", ["one", "four"], ["row"], { axis: 0 }],
  ["Expand", ["column", "row"], ["rows"]],
];

describe("sizes that are known as bounds", () => {
  it.each<[string, readonly GraphNode[]]>([
    ["the end of a slice", [["Slice", ["table", "zero", "n", "zero"], ["rows"]]]],
    ["the limit of a range", [SCALAR, ["Range", ["none", "number", "step"], ["numbers"]], ...AS_ROWS]],
    [
      "a shape",
      [
        ["Concat", ["n", "four"], ["to"], { axis: 0 }],
        ["ConstantOfShape", ["to"], ["rows"]],
      ],
    ],
    [
      "a size in a table, joined and clipped",
      [
        ["Clip", ["n"], ["least"]],
        ["Concat", ["least", "four"], ["to"], { axis: 0 }],
        ["ConstantOfShape", ["to"], ["rows"]],
      ],
    ],
  ])("stay bounds where what they decide grows with them: %s", async (_, nodes) => {
    const { report } = await product(...nodes);
    expect(report.model.outputs[0]).toMatchObject({ shape: [8, 4], status: "at-most" });
    expect(report.totals["macs"]!["total"]).toMatchObject({ value: 128, status: "at-most" }); // 8 · 4 · 4
  });

  it.each<[string, number, readonly GraphNode[]]>([
    // Ten less n numbers, of which there are at least two: 2 · 4 · 4.
    ["the start of a range", 32, [SCALAR, ["Range", ["number", "ten", "step"], ["numbers"]], ...AS_ROWS]],
    ["the step of a slice", 16, [["Slice", ["table", "zero", "eight", "zero", "n"], ["rows"]]]],
    // The sizes at places 0 to 8 rise from 1 to 9: 9 · 4 · 4.
    [
      "a place in a table",
      144,
      [
        ["Gather", ["sizes", "n"], ["size"]],
        ["Concat", ["size", "four"], ["to"], { axis: 0 }],
        ["ConstantOfShape", ["to"], ["rows"]],
      ],
    ],
    [
      "a shape of which one size is what the others leave",
      8 * 4 * 4,
      [
        ["Concat", ["n", "four"], ["to"], { axis: 0 }],
        ["ConstantOfShape", ["to"], ["filled"]],
        ["Concat", ["n", "rest"], ["two-sizes"], { axis: 0 }],
        ["Reshape", ["filled", "two-sizes"], ["rows"]],
      ],
    ],
  ])("are estimates otherwise: %s", async (_, macs, nodes) => {
    const { report } = await product(["Neg", ["one"], ["rest"]], ...nodes);
    expect(report.model.outputs[0]).toMatchObject({ status: "estimate" });
    expect(report.totals["macs"]!["total"]).toMatchObject({ value: macs, status: "estimate" });
  });

  it.each<[string, readonly GraphNode[]]>([
    ["the start of a slice", [["Slice", ["table", "n", "eight", "zero"], ["rows"]]]],
    [
      "the end of a slice, from behind",
      [
        ["Neg", ["n"], ["end"]],
        ["Slice", ["table", "zero", "end", "zero"], ["rows"]],
      ],
    ],
    [
      "what others leave",
      [
        ["Sub", ["eight", "n"], ["rest"]],
        ["Concat", ["n", "rest"], ["parts"], { axis: 0 }],
        ["Split", ["table", "parts"], ["head", "rows"]],
      ],
    ],
  ])("may be estimates of 0, which is not nothing: %s", async (_, nodes) => {
    const { report } = await product(...nodes);
    expect(report.model.outputs[0]).toMatchObject({ shape: [0, 4], status: "estimate" });
    expect(report.totals["macs"]!["total"]).toMatchObject({ value: 0, status: "estimate" }); // up to 128
    expect(report.layers[1]!.metrics["macs"]!["total"]).toEqual({ value: 0, status: "exact" }); // a shape never multiplies
  });
});

it("counts what is cut from constants by sizes that are known as bounds only among the activations", async () => {
  const { report } = await analyzeGraph({
    inputs: {
      x: input("float32", [8]),
      table: stored("float32", [800, 4]),
      w: stored("float32", [4, 4]),
      zero: ints(0),
      one: ints(1),
      two: ints(2),
    },
    nodes: [...count, ["Slice", ["table", "zero", "n", "zero"], ["rows"]], ["MatMul", ["rows", "w"], ["y"]]],
    outputs: ["y"],
  });
  // x, up to 8 places, 8 rows of 4 and as many of y.
  expect(report.totals["activations"]!["total"]).toMatchObject({ value: 8 + 8 + 32 + 32, status: "at-most" });
});

it("estimates how many distinct numbers there are of bounds", async () => {
  const { report } = await analyzeGraph({
    inputs: { x: input("float32", [8]), one: ints(1), two: ints(2), eight: ints(8) },
    nodes: [...count, ["Concat", ["n", "eight"], ["numbers"], { axis: 0 }], ["Unique", ["numbers"], ["y"]]],
    outputs: ["y"],
  });
  expect(report.model.outputs[0]).toMatchObject({ shape: [1], status: "estimate" }); // two numbers where n is less than 8
});

it("runs a scan as surely as the slices are known", async () => {
  const { report } = await analyzeGraph({
    inputs: {
      x: input("float32", [8]),
      table: input("float32", [8, 2, 4]),
      w: stored("float32", [4, 4]),
      zero: ints(0),
      one: ints(1),
      two: ints(2),
      eight: ints(8),
    },
    nodes: [
      ...count,
      ["Slice", ["table", "n", "eight", "zero"], ["rest"]],
      ["Scan", ["rest"], ["y"], { num_scan_inputs: 1, body: body(["row"], [["MatMul", ["row", "w"], ["out"]]], ["out"]) }],
    ],
    outputs: ["y"],
  });
  expect(report.model.outputs[0]).toMatchObject({ shape: [0, 2, 4], status: "estimate" });
  expect(report.totals["macs"]!["total"]).toMatchObject({ value: 0, status: "estimate" }); // up to 8 · 2 · 4 · 4
});

describe("runs of a loop that are known as a bound", () => {
  const square = body(["i", "go", "c"], [["MatMul", ["c", "m"], ["next"]]], ["go", "next"]);
  const growing = body(
    ["i", "go", "c"],
    [
      ["Concat", ["c", "m"], ["rows"], { axis: 0 }],
      ["MatMul", ["rows", "m"], ["next"]],
    ],
    ["go", "next"],
  );
  const loop = (inner: typeof square, ...trips: readonly GraphNode[]): Promise<GraphReport> =>
    analyzeGraph({
      inputs: {
        x: input("float32", [8]),
        m: input("float32", [4, 4]),
        yes: stored("bool", [], [1]),
        one: ints(1),
        two: ints(2),
        eight: ints(8),
      },
      nodes: [...count, ...trips, ["Loop", ["trips", "yes", "m"], ["y"], { body: inner }]],
      outputs: ["y"],
    });

  it("bound what it costs", async () => {
    const { report } = await loop(square, ["Squeeze", ["n"], ["trips"]]);
    expect(report.model.outputs[0]).toMatchObject({ shape: [4, 4] });
    expect(report.totals["macs"]!["total"]).toMatchObject({ value: 8 * 64, status: "at-most" });
  });

  it("bound what grows through them", async () => {
    const { report } = await loop(growing, ["Squeeze", ["n"], ["trips"]]);
    expect(report.model.outputs[0]).toMatchObject({ shape: [36, 4], status: "at-most" }); // 4 + 8 · 4
    // Rows of 8, 12, … 36, each 4 · 4: (8 + 36) ÷ 2 · 8 · 16.
    expect(report.totals["macs"]!["total"]).toMatchObject({ value: 2816, status: "at-most" });
  });

  it("leave an estimate where there seem to be none", async () => {
    const { report } = await loop(square, ["Sub", ["eight", "n"], ["rest"]], ["Squeeze", ["rest"], ["trips"]]);
    expect(report.totals["macs"]!["total"]).toMatchObject({ value: 0, status: "estimate" });
  });
});

it("takes both branches of a condition that estimates decide", async () => {
  const branch = (operand: string): ReturnType<typeof body> => body([], [["MatMul", ["table", operand], ["y"]]], ["y"]);
  const { report } = await analyzeGraph({
    inputs: {
      x: input("float32", [8]),
      table: input("float32", [8, 4]),
      a: stored("float32", [4, 4]),
      b: stored("float32", [4, 5]),
      one: ints(1),
      two: ints(2),
      four: ints(4),
      eight: ints(8),
    },
    nodes: [
      ...count,
      ["Sub", ["eight", "n"], ["rest"]],
      ["Less", ["rest", "four"], ["few"]],
      ["If", ["few"], ["y"], { then_branch: branch("a"), else_branch: branch("b") }],
    ],
    outputs: ["y"],
  });
  expect(report.totals["macs"]!["total"]).toMatchObject({ value: 160, status: "at-most" }); // 8 · 4 · 5
});
