import { describe, expect, it } from "vitest";
import { analyzeGraph, body, type GraphInput, type GraphReport, input, int, ints, stored, type TestGraph } from "./analyze-graph.ts";

const x = input("float32", [2, 3]);
const [yes, no] = [stored("bool", [], [1]), stored("bool", [], [0])];

describe("If", () => {
  const branches = {
    then_branch: body([], [["MatMul", ["x", "a"], ["y"]]], ["y"]), // 2 · 3 · 5 MACs
    else_branch: body([], [["MatMul", ["x", "b"], ["y"]]], ["y"]), // 2 · 3 · 7 MACs
  };
  const run = (condition: GraphInput, attributes: TestGraph["nodes"][number][3] = branches): Promise<GraphReport> =>
    analyzeGraph({
      inputs: { condition, x, a: input("float32", [3, 5]), b: input("float32", [3, 7]) },
      nodes: [["If", ["condition"], ["out"], attributes]],
      outputs: ["out"],
    });

  it.each([
    [yes, "float32 2×5", 30],
    [no, "float32 2×7", 42],
  ])("runs the branch that a known condition takes, alone", async (condition, output, macs) => {
    const { outputs, report } = await run(condition);
    expect(outputs).toEqual([output]);
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: macs, status: "exact" });
  });

  it("counts the costlier of two branches, and bounds their output", async () => {
    const { report } = await run(input("bool", []));
    expect(report.model.outputs[0]).toMatchObject({ shape: [2, 7], status: "at-most" });
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: 42, status: "at-most" });
  });

  it("refuses branches that do not fit together, or are missing", async () => {
    const two = body([], [["Identity", ["x"], ["y"]]], ["y", "y"]);
    await expect(run(input("bool", []), { ...branches, else_branch: two })).rejects.toThrow("then_branch has 1 outputs, else_branch 2");
    await expect(run(yes, { else_branch: two })).rejects.toThrow('If "node": attribute then_branch is missing');
  });

  it("says when a branch leaves a value of unknown type, and of which layer it comes", async () => {
    const { report } = await run(yes, { ...branches, then_branch: body([], [["Mystery", ["x"], ["y"]]], ["y"]) });
    expect(report.diagnostics.map(({ message }) => message)).toEqual([
      'If "node" (onnx If): the type of an output of its branches is unknown',
      'Mystery "y" (onnx Mystery): no plugin translates the operator Mystery',
    ]);
  });
});

describe("Loop", () => {
  /** A body of that many carried values: its inputs are `i`, `go` and `c0`, `c1`, … */
  const loop = (
    inputs: TestGraph["inputs"],
    nodeInputs: readonly string[],
    inner: ReturnType<typeof body>,
    outputs: readonly string[],
  ): Promise<GraphReport> => analyzeGraph({ inputs, nodes: [["Loop", nodeInputs, outputs, { body: inner }]], outputs });

  const square = { x: input("float32", [4, 4]), trips: int(10), yes };
  const product = body(
    ["i", "go", "c0"],
    [
      ["MatMul", ["c0", "x"], ["next"]],
      ["ReduceSum", ["next"], ["sum"], { keepdims: 0 }],
    ],
    ["go", "next", "sum"],
  );

  it("runs its body as often as the trip count says, and stacks what each run leaves", async () => {
    const { report, outputs } = await loop(square, ["trips", "yes", "x"], product, ["last", "sums"]);
    expect(outputs).toEqual(["float32 4×4", "float32 10"]);
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: 640, status: "exact" }); // 10 · 4³
    expect(report.layers[0]!.bodies).toMatchObject([{ name: "body", runs: 10, status: "exact" }]);
  });

  it("counts a run at least where nothing limits the trips", async () => {
    const { report } = await loop(square, ["", "yes", "x"], product, ["last", "sums"]);
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: 64, status: "at-least" });
    expect(report.model.outputs[1]).toMatchObject({ shape: [1], status: "at-least" });
  });

  it("counts the trips at most where a condition that is not known may end it", async () => {
    const ending = body(
      ["i", "go", "c0"],
      [
        ["MatMul", ["c0", "x"], ["next"]],
        ["ReduceSum", ["next"], ["sum"], { keepdims: 0 }],
        ["Greater", ["sum", "limit"], ["on"]],
      ],
      ["on", "next", "sum"],
    );
    const { report } = await loop({ ...square, limit: input("float32", []) }, ["trips", "yes", "x"], ending, ["last", "sums"]);
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: 640, status: "at-most" });
    expect(report.model.outputs[1]).toMatchObject({ shape: [10], status: "at-most" });
  });

  it("does not run where the condition is false at first", async () => {
    const { report, outputs } = await loop({ ...square, yes: no }, ["trips", "yes", "x"], product, ["last", "sums"]);
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: 0, status: "exact" });
    expect(outputs).toEqual(["float32 4×4", "float32 0"]);
  });

  it("follows a counter until a condition ends the loop", async () => {
    // n = 1, 2, 4, 8, 16 – after five runs 32, which is no longer less than 20.
    const doubling = body(
      ["i", "go", "n", "c0"],
      [
        ["Add", ["n", "n"], ["twice"]],
        ["Less", ["twice", "limit"], ["on"]],
        ["MatMul", ["c0", "x"], ["next"]],
      ],
      ["on", "twice", "next"],
    );
    const inputs = { ...square, one: int(1), limit: int(20) };
    const { report } = await loop(inputs, ["", "", "one", "x"], doubling, ["n", "last"]);
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: 5 * 64, status: "exact" });
    expect(report.layers[0]!.bodies).toMatchObject([{ runs: 5 }]);
  });

  const growing = body(["i", "go", "c0"], [["Concat", ["c0", "x"], ["next"], { axis: 0 }]], ["go", "next"]);

  it("describes run by run what grows", async () => {
    const { report, outputs } = await loop({ ...square, trips: int(3) }, ["trips", "yes", "x"], growing, ["last"]);
    expect(outputs).toEqual(["float32 16×4"]); // 4 + 3 · 4 rows
    expect(report.model.outputs[0]).not.toHaveProperty("status");
    expect(report.layers[0]!.bodies).toHaveLength(3);
  });

  it.each([7, 8, 65, 70, 1000, 1001])("lets some of many runs stand for all where what they do grows evenly: %i", async (trips) => {
    const layers = Array.from({ length: 2000 }, (_, index) => ["Identity", ["go"], [`go${index}`]] as const);
    const multiplying = body(
      ["i", "go", "c0"],
      [
        ["Concat", ["c0", "x"], ["next"], { axis: 0 }],
        ["MatMul", ["next", "x"], ["y"]],
        // So many layers that few runs are described.
        ...(trips < 64 ? layers : []),
      ],
      ["go", "next"],
    );
    const { report } = await loop({ ...square, trips: int(trips) }, ["trips", "yes", "x"], multiplying, ["last"]);
    expect(report.model.outputs[0]).toMatchObject({ shape: [4 + 4 * trips, 4] });
    expect(report.model.outputs[0]).not.toHaveProperty("status");
    // Rows of 8, 12, …, 4 + 4 · trips, each 4 · 4.
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: ((8 + 4 + 4 * trips) / 2) * trips * 16, status: "exact" });
    expect(report.layers[0]!.bodies!.length).toBeLessThan(8);
  });

  it("estimates what grows unevenly through many runs", async () => {
    const outer = body(
      ["i", "go", "c0"],
      [
        ["Concat", ["c0", "x"], ["next"], { axis: 0 }],
        ["Transpose", ["next"], ["turned"]],
        ["MatMul", ["next", "turned"], ["y"]],
      ],
      ["go", "next"],
    );
    const { report } = await loop({ ...square, trips: int(100) }, ["trips", "yes", "x"], outer, ["last"]);
    // Rows of r = 8, 12, …, 404, each run r · r · 4: 64 · (2² + … + 101²).
    const all = 64 * ((101 * 102 * 203) / 6 - 1);
    const { value, status } = report.totals["macs"]!["total"]!;
    expect(status).toBe("estimate");
    expect(Math.abs(value! / all - 1)).toBeLessThan(0.03);
  });

  it("estimates what goes to and fro", async () => {
    const turning = body(
      ["i", "go", "c0"],
      [
        ["Transpose", ["c0"], ["next"]],
        ["MatMul", ["c0", "next"], ["y"]],
      ],
      ["go", "next"],
    );
    const { report } = await loop({ ...square, x: input("float32", [3, 5]), trips: int(70) }, ["trips", "yes", "x"], turning, ["last"]);
    expect(report.totals["macs"]?.["total"]).toMatchObject({ status: "estimate" });
  });

  it("bounds what grows until a condition that is not known ends it", async () => {
    const ending = body(
      ["i", "go", "c0"],
      [
        ["Concat", ["c0", "x"], ["next"], { axis: 0 }],
        ["MatMul", ["next", "x"], ["y"]],
        ["ReduceSum", ["y"], ["sum"], { keepdims: 0 }],
        ["Greater", ["sum", "limit"], ["on"]],
      ],
      ["on", "next"],
    );
    const { report } = await loop({ ...square, limit: input("float32", []) }, ["trips", "yes", "x"], ending, ["last"]);
    expect(report.model.outputs[0]).toMatchObject({ shape: [44, 4], status: "at-most" }); // 4 + 10 · 4
    // Rows of 8, 12, …, 44, each 4 · 4.
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: ((8 + 44) / 2) * 10 * 16, status: "at-most" });
    expect(report.layers[0]!.bodies![0]).toMatchObject({ runs: 1, status: "exact" });
  });

  it("lets one description hold for all runs after types have settled", async () => {
    // The first run broadcasts 1×4 to 4×4, the second keeps it, and so do the other 998.
    const settling = body(["i", "go", "c0"], [["Add", ["c0", "x"], ["next"]]], ["go", "next"]);
    const inputs = { ...square, row: input("float32", [1, 4]), trips: int(1000) };
    const { report, outputs } = await loop(inputs, ["trips", "yes", "row"], settling, ["last"]);
    expect(outputs).toEqual(["float32 4×4"]);
    expect(report.totals["ops"]?.["total"]).toMatchObject({ value: 16_000, status: "exact" });
    expect(report.layers[0]!.bodies).toMatchObject([{ runs: 1 }, { runs: 1 }, { runs: 998 }]);
  });

  it("gives the run's number as a vector of one where the body declares that", async () => {
    const declared = body(["i", "go"], [["Cast", ["i"], ["number"], { to: 1 }]], ["go", "number"]);
    const type = { tensorType: { elemType: 7, shape: { dim: [{ dimValue: 1 }] } } };
    (declared.graph as { input: object[] }).input[0] = { name: "i", type };
    const { outputs } = await loop(square, ["trips", "yes"], declared, ["numbers"]);
    expect(outputs).toEqual(["float32 10×1"]);
  });

  it("leaves no diagnostics of descriptions that it gave up", async () => {
    // Of any run, the slice's end is not known; of a certain one it is.
    const slicing = body(
      ["i", "go", "c0"],
      [
        ["Unsqueeze", ["i", "zero"], ["end"]],
        ["Slice", ["shape", "zero", "end"], ["head"]],
        ["Concat", ["c0", "head"], ["next"], { axis: 0 }],
      ],
      ["go", "next"],
    );
    const inputs = { trips: int(3), yes, zero: ints(0), shape: ints(5, 6, 7), none: ints() };
    const { report, outputs } = await loop(inputs, ["trips", "yes", "none"], slicing, ["last"]);
    expect(outputs).toEqual(["int64 3"]); // 0 + 1 + 2 elements
    expect(report.diagnostics).toEqual([]);
  });

  it("refuses a body that takes or leaves too little", async () => {
    await expect(loop(square, ["trips", "yes"], product, ["last"])).rejects.toThrow('graph "inner" takes 3 inputs, 2 are given');
    const short = body(["i", "go", "c0"], [], ["go"]);
    await expect(loop(square, ["trips", "yes", "x"], short, ["last"])).rejects.toThrow(
      'Loop "node": the body has 1 outputs, at least 2 are expected',
    );
  });
});

describe("Scan", () => {
  const step = body(
    ["state", "slice"],
    [
      ["MatMul", ["slice", "w"], ["h"]],
      ["Add", ["state", "h"], ["next"]],
    ],
    ["next", "h"],
  );
  const w = stored("float32", [3, 5]);

  it("runs its body for each slice along the first axis", async () => {
    const { report, outputs } = await analyzeGraph({
      inputs: { state: input("float32", [2, 5]), xs: input("float32", [7, 2, 3]), w },
      nodes: [["Scan", ["state", "xs"], ["last", "all"], { body: step, num_scan_inputs: 1 }]],
      outputs: ["last", "all"],
    });
    expect(outputs).toEqual(["float32 2×5", "float32 7×2×5"]);
    expect(report.totals["macs"]?.["total"]).toMatchObject({ value: 210, status: "exact" }); // 7 · 2 · 3 · 5
    expect(report.totals["params"]?.["total"]?.value).toBe(15);
  });

  it("takes and stacks slices along other axes", async () => {
    const attributes = { body: step, num_scan_inputs: 1, scan_input_axes: [1], scan_output_axes: [-1] };
    const { outputs } = await analyzeGraph({
      inputs: { state: input("float32", [2, 5]), xs: input("float32", [2, 7, 3]), w },
      nodes: [["Scan", ["state", "xs"], ["last", "all"], attributes]],
      outputs: ["last", "all"],
    });
    expect(outputs).toEqual(["float32 2×5", "float32 2×5×7"]);
  });

  it("runs for each sample of a batch in version 8", async () => {
    const { report, outputs } = await analyzeGraph({
      inputs: { state: input("float32", [4, 2, 5]), xs: input("float32", [4, 7, 2, 3]), w },
      nodes: [["Scan", ["", "state", "xs"], ["last", "all"], { body: step, num_scan_inputs: 1 }]],
      outputs: ["last", "all"],
      version: 8,
    });
    expect(outputs).toEqual(["float32 4×2×5", "float32 4×7×2×5"]);
    expect(report.totals["macs"]?.["total"]?.value).toBe(840); // 4 · 7 · 2 · 3 · 5
  });

  it("refuses inputs that do not run in step", async () => {
    const both = body(["a", "b"], [["Add", ["a", "b"], ["c"]]], ["c"]);
    const scan = (count: number): Promise<GraphReport> =>
      analyzeGraph({
        inputs: { a: input("float32", [7, 2]), b: input("float32", [6, 2]) },
        nodes: [["Scan", ["a", "b"], ["c"], { body: both, num_scan_inputs: count }]],
        outputs: ["c"],
      });
    await expect(scan(2)).rejects.toThrow('Scan "node": scan input 0 has 7 slices, scan input 1 has 6');
    await expect(scan(3)).rejects.toThrow("attribute num_scan_inputs is 3, there are 2 values");
  });
});
