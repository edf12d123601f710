import { describe, expect, it } from "vitest";
import { analyzeGraph, body, type GraphNode, type GraphReport, input, int, ints } from "./analyze-graph.ts";

const inputs = { a: input("float32", [2, 3]), b: input("float32", [5, 3]), zero: int(0), last: int(-1) };
const construct: GraphNode = ["SequenceConstruct", ["a", "b"], ["s"]];
const analyze = (nodes: readonly GraphNode[], ...outputs: readonly string[]): Promise<GraphReport> =>
  analyzeGraph({ inputs, nodes, outputs });

describe("ONNX operators of sequences", () => {
  it("take elements of their own types", async () => {
    const { outputs } = await analyze(
      [construct, ["SequenceAt", ["s", "zero"], ["x"]], ["SequenceAt", ["s", "last"], ["y"]], ["SequenceLength", ["s"], ["n"]]],
      "s",
      "x",
      "y",
      "n",
    );
    expect(outputs).toEqual(["sequence", "float32 2×3", "float32 5×3", "int64 "]);
  });

  it("insert and erase", async () => {
    const { outputs } = await analyze(
      [
        construct,
        ["SequenceInsert", ["s", "b", "zero"], ["bab"]],
        ["SequenceErase", ["bab"], ["ba"]],
        ["ConcatFromSequence", ["bab"], ["rows"], { axis: 0 }],
        ["SequenceAt", ["ba", "last"], ["x"]],
      ],
      "rows",
      "x",
    );
    expect(outputs).toEqual(["float32 12×3", "float32 2×3"]); // 5 + 2 + 5
  });

  it("begin empty", async () => {
    const { outputs } = await analyze(
      [
        ["SequenceEmpty", [], ["none"]],
        ["SequenceInsert", ["none", "a"], ["one"]],
        ["ConcatFromSequence", ["one"], ["x"], { axis: 0, new_axis: 1 }],
      ],
      "x",
    );
    expect(outputs).toEqual(["float32 1×2×3"]);
  });

  it.each([
    [undefined, {}, ["float32 2×3", "float32 1×3"]], // parts of 1 keep the axis
    [undefined, { keepdims: 0 }, ["float32 2×3", "float32 3"]],
    [int(2), {}, ["float32 2×3", "float32 1×3"]], // 2, 2, 1
    [ints(1, 4), {}, ["float32 1×3", "float32 4×3"]],
  ] as const)("split a tensor (%#)", async (split, attributes, [first, last]) => {
    const { outputs } = await analyzeGraph({
      inputs: { ...inputs, ...(split && { split }) },
      nodes: [
        ["SplitToSequence", split ? ["b", "split"] : ["b"], ["s"], attributes],
        ["SequenceAt", ["s", "zero"], ["x"]],
        ["SequenceAt", ["s", "last"], ["y"]],
      ],
      outputs: ["x", "y"],
    });
    expect(outputs).toEqual(split ? [first, last] : [last, last]);
  });

  it("map each element", async () => {
    const double = body(["x", "w"], [["MatMul", ["x", "w"], ["y"]]], ["y"]);
    const { report, outputs } = await analyzeGraph({
      inputs: { ...inputs, w: input("float32", [3, 7]) },
      nodes: [construct, ["SequenceMap", ["s", "w"], ["t"], { body: double }], ["SequenceAt", ["t", "last"], ["y"]]],
      outputs: ["t", "y"],
    });
    expect(outputs).toEqual(["sequence", "float32 5×7"]);
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: 147, status: "exact" }); // (2 + 5) · 3 · 7
    expect(report.layers[1]!.bodies).toMatchObject([{ runs: 1 }, { runs: 1 }]);
  });

  it("map elements of one type by one description", async () => {
    const double = body(["x"], [["Add", ["x", "x"], ["y"]]], ["y"]);
    const { report } = await analyze(
      [
        ["SequenceConstruct", ["a", "a", "a"], ["s"]],
        ["SequenceMap", ["s"], ["t"], { body: double }],
      ],
      "t",
    );
    expect(report.layers[1]!.bodies).toMatchObject([{ runs: 3, status: "exact" }]);
    expect(report.totals["ops"]?.["total"]?.value).toBe(18); // 3 · 2 · 3
  });

  it("grow in a loop", async () => {
    const growing = body(["i", "go", "s"], [["SequenceInsert", ["s", "a"], ["t"]]], ["go", "t"]);
    const { outputs } = await analyzeGraph({
      inputs: { ...inputs, trips: int(4) },
      nodes: [
        ["SequenceEmpty", [], ["none"]],
        ["Loop", ["trips", "", "none"], ["s"], { body: growing }],
        ["ConcatFromSequence", ["s"], ["x"], { axis: 1 }],
      ],
      outputs: ["x"],
    });
    expect(outputs).toEqual(["float32 2×12"]); // 4 · 3
  });

  it("refuse what is no sequence, and parts of no size", async () => {
    await expect(analyze([["SequenceLength", ["a"], ["n"]]], "n")).rejects.toThrow('input "sequence" is a tensor, not a sequence');
    await expect(analyze([["SplitToSequence", ["b", "zero"], ["s"]]], "s")).rejects.toThrow(
      'SplitToSequence "node": parts of size 0 are asked for',
    );
  });
});

describe("ONNX operators of optionals", () => {
  it("wrap and unwrap", async () => {
    const { outputs } = await analyze(
      [
        ["Optional", ["a"], ["o"]],
        ["OptionalHasElement", ["o"], ["has"]],
        ["OptionalGetElement", ["o"], ["x"]],
      ],
      "o",
      "has",
      "x",
    );
    expect(outputs).toEqual(["optional", "bool ", "float32 2×3"]);
  });

  it("decide a branch", async () => {
    const branch = (name: string): ReturnType<typeof body> => body([], [["Identity", [name], ["y"]]], ["y"]);
    const { outputs } = await analyze(
      [
        ["Optional", [], ["o"]],
        ["OptionalHasElement", ["o"], ["has"]],
        ["If", ["has"], ["y"], { then_branch: branch("a"), else_branch: branch("b") }],
      ],
      "y",
    );
    expect(outputs).toEqual(["float32 5×3"]);
  });

  it("refuse to unwrap an empty one", async () => {
    const nodes: readonly GraphNode[] = [
      ["Optional", [], ["o"]],
      ["OptionalGetElement", ["o"], ["x"]],
    ];
    await expect(analyze(nodes, "x")).rejects.toThrow("the optional is empty");
  });
});
