import type { Report } from "@modelgauge/core";
import { beforeAll, describe, expect, it } from "vitest";
import { shapeOf } from "./analyze-tfjs.ts";
import {
  analyzeGraph,
  attribute as a,
  compareGraph,
  type Constant,
  flags,
  float,
  floats,
  ints,
  type TestNode,
  words,
} from "./compare-graph.ts";
import { prepareTfjs } from "./prepare-tfjs.ts";

beforeAll(prepareTfjs);

const total = (report: Report, metric: string, figure = "total"): object | undefined => report.totals[metric]?.[figure];

/** A while loop of TensorFlow 2: multiplies x by an 8×8 matrix, `runs` times. */
const loopNode = (args: NonNullable<TestNode["inputs"]>): TestNode => ({
  op: "StatelessWhile",
  inputs: args,
  attributes: { cond: a.function("cond"), body: a.function("body") },
});
const argument = (name: string, type: string): object => ({ name, type });
const int32Const = (name: string): object => ({
  name,
  op: "Const",
  attr: {
    dtype: { type: "DT_INT32" },
    value: { tensor: { dtype: "DT_INT32", tensorShape: {}, intVal: [name.endsWith("limit") ? 5 : 1] } },
  },
});
const loopFunctions = [
  {
    signature: {
      name: "cond",
      inputArg: [argument("i", "DT_INT32"), argument("x", "DT_FLOAT"), argument("w", "DT_FLOAT")],
      outputArg: [argument("go", "DT_BOOL")],
    },
    nodeDef: [int32Const("cond/limit"), { name: "Less", op: "Less", input: ["i", "cond/limit:output:0"], attr: {} }],
    ret: { go: "Less:z:0" },
  },
  {
    signature: {
      name: "body",
      inputArg: [argument("i", "DT_INT32"), argument("x", "DT_FLOAT"), argument("w", "DT_FLOAT")],
      outputArg: [argument("i_out", "DT_INT32"), argument("x_out", "DT_FLOAT"), argument("w_out", "DT_FLOAT")],
    },
    nodeDef: [
      int32Const("body/one"),
      { name: "add", op: "AddV2", input: ["i", "body/one:output:0"], attr: {} },
      { name: "product", op: "MatMul", input: ["x", "w"], attr: { transpose_a: a.flag(false), transpose_b: a.flag(false) } },
    ],
    ret: { i_out: "add:z:0", x_out: "product:product:0", w_out: "w" },
  },
];

describe("loops of TensorFlow 2", () => {
  it("run as often as their counter tells", async () => {
    const report = await analyzeGraph({
      placeholders: { x: floats([3, 8]) },
      nodes: { loop: loopNode([ints(0), "x", floats([8, 8])]), y: { op: "Identity", inputs: ["loop:1"] } },
      functions: loopFunctions,
    });
    expect(total(report, "macs")).toEqual({ value: 960, unit: "MAC", status: "exact" }); // 5 runs · 3 · 8 · 8
    expect(total(report, "params")).toMatchObject({ value: 64 });
    expect(shapeOf(report, "y")).toEqual([3, 8]);
    expect(report.layers[0]?.bodies?.map(({ name, runs }) => [name, runs])).toEqual([
      ["cond", 6],
      ["body", 5],
    ]);
  });

  it("run at least once where the counter is not known", async () => {
    const report = await analyzeGraph({
      placeholders: { n: { dtype: "int32", shape: [] }, x: floats([3, 8]) },
      nodes: { loop: loopNode(["n", "x", floats([8, 8])]) },
      functions: loopFunctions,
    });
    expect(total(report, "macs")).toMatchObject({ value: 192, status: "at-least" });
  });
});

/** A function of values that a loop carries, by name and type. */
const carrying = (
  name: string,
  values: Readonly<Record<string, string>>,
  nodes: readonly object[],
  results: Readonly<Record<string, string>>,
): object => ({
  signature: {
    name,
    inputArg: Object.entries(values).map(([each, type]) => argument(each, type)),
    outputArg: Object.keys(results).map((each) => argument(each, results[each]!.startsWith("less") ? "DT_BOOL" : "DT_FLOAT")),
  },
  nodeDef: nodes,
  ret: results,
});
const number = (name: string, value: number): object => ({
  name,
  op: "Const",
  attr: { dtype: { type: "DT_INT32" }, value: { tensor: { dtype: "DT_INT32", tensorShape: {}, intVal: [value] } } },
});
const product = (left: string, right: string): object => ({
  name: "product",
  op: "MatMul",
  input: [left, right],
  attr: { transpose_a: a.flag(false), transpose_b: a.flag(false) },
});

/** x, of 3 rows, gets a column in each run, after a product with the 3×3 matrix w. */
const growing = (runs: number): readonly object[] => {
  const values = { i: "DT_INT32", x: "DT_FLOAT", w: "DT_FLOAT", column: "DT_FLOAT" };
  const go = [number("limit", runs), { name: "less", op: "Less", input: ["i", "limit:output:0"], attr: {} }];
  const nodes = [
    number("one", 1),
    { name: "next", op: "AddV2", input: ["i", "one:output:0"], attr: {} },
    product("w", "x"),
    { name: "wider", op: "ConcatV2", input: ["product:product:0", "column", "one:output:0"], attr: {} },
  ];
  return [
    carrying("cond", values, go, { go: "less:z:0" }),
    carrying("body", values, nodes, { i_out: "next:z:0", x_out: "wider:output:0", w_out: "w", column_out: "column" }),
  ];
};

describe("loops of TensorFlow 2 whose runs differ", () => {
  const grown = (runs: number): Promise<Report> =>
    analyzeGraph({
      placeholders: { x: floats([3, 2]) },
      nodes: { loop: loopNode([ints(0), "x", floats([3, 3]), floats([3, 1])]), y: { op: "Identity", inputs: ["loop:1"] } },
      functions: growing(runs),
    });

  it("count each run with the sizes that it has", async () => {
    const report = await grown(5);
    expect(total(report, "macs")).toMatchObject({ value: 180, status: "exact" }); // 3 · 3 · (2 + 3 + 4 + 5 + 6)
    expect(shapeOf(report, "y")).toEqual([3, 7]); // 2 + 5 columns
  });

  it("are estimates where there are too many", async () => {
    const report = await grown(200);
    expect(total(report, "macs")).toMatchObject({ value: 3600, status: "estimate" }); // 200 · 3 · 3 · 2, as in the first
    expect(shapeOf(report, "y")).toEqual([3, 202]);
  });

  it("count the runs of inner loops that the outer counter limits", async () => {
    const inner = { j: "DT_INT32", n: "DT_INT32", x: "DT_FLOAT", w: "DT_FLOAT" };
    const outer = { i: "DT_INT32", x: "DT_FLOAT", w: "DT_FLOAT" };
    const report = await analyzeGraph({
      placeholders: { x: floats([3, 8]) },
      nodes: { loop: loopNode([ints(0), "x", floats([8, 8])]), y: { op: "Identity", inputs: ["loop:1"] } },
      functions: [
        loopFunctions[0]!,
        carrying(
          "body",
          outer,
          [
            number("zero", 0),
            number("one", 1),
            { name: "next", op: "AddV2", input: ["i", "one:output:0"], attr: {} },
            {
              name: "inner",
              op: "StatelessWhile",
              input: ["zero:output:0", "i", "x", "w"],
              attr: { cond: a.function("inner_cond"), body: a.function("inner_body") },
            },
          ],
          { i_out: "next:z:0", x_out: "inner:output:2", w_out: "w" },
        ),
        carrying("inner_cond", inner, [{ name: "less", op: "Less", input: ["j", "n"], attr: {} }], { go: "less:z:0" }),
        carrying(
          "inner_body",
          inner,
          [number("one", 1), { name: "next", op: "AddV2", input: ["j", "one:output:0"], attr: {} }, product("x", "w")],
          { j_out: "next:z:0", n_out: "n", x_out: "product:product:0", w_out: "w" },
        ),
      ],
    });
    expect(total(report, "macs")).toMatchObject({ value: 1920, status: "exact" }); // (0 + 1 + 2 + 3 + 4) · 3 · 8 · 8
    expect(shapeOf(report, "y")).toEqual([3, 8]);
  });
});

describe("lists that grow as elements are set", () => {
  const list = { element_dtype: a.type("float32"), shape_type: a.type("int32") };
  const set = (before: string, index: string | Constant, item: string | Constant): TestNode => ({
    op: "TensorListSetItem",
    inputs: [before, index, item],
    attributes: { element_dtype: a.type("float32"), resize_if_index_out_of_bounds: a.flag(true) },
  });
  const reserved: TestNode = { op: "TensorListReserve", inputs: [ints(-1), ints(0)], attributes: list };
  const output = (report: Report, name: string): object | undefined =>
    report.layers.flatMap(({ outputs }) => outputs).find((each) => each.name === name);

  it("are as long as their last element tells", async () => {
    const report = await analyzeGraph({
      placeholders: { x: floats([4, 5]), n: { dtype: "int32", shape: [] } },
      nodes: {
        list: reserved,
        one: set("list", ints(0), "x"),
        three: set("one", ints(2), "x"),
        stack: { op: "TensorListStack", inputs: ["three", ints(-1)], attributes: list },
        concat: { op: "TensorListConcatV2", inputs: ["three", ints(-1), ints([])], attributes: list },
        more: set("three", "n", "x"),
        longer: { op: "TensorListStack", inputs: ["more", ints(-1)], attributes: list },
        shorter: set("three", ints(1), floats([2, 5])),
        rows: { op: "TensorListConcatV2", inputs: ["shorter", ints(-1), ints([])], attributes: list },
      },
    });
    expect(output(report, "stack")).toMatchObject({ shape: [3, 4, 5] });
    expect(output(report, "stack")).not.toHaveProperty("status");
    expect(output(report, "concat")).toMatchObject({ shape: [12, 5] }); // 3 · 4
    expect(output(report, "longer")).toMatchObject({ shape: [3, 4, 5], status: "at-least" });
    expect(output(report, "rows")).toMatchObject({ status: "estimate" }); // elements of 4 and of 2 rows
  });

  it("grow in loops", async () => {
    const values = { i: "DT_INT32", list: "DT_VARIANT", x: "DT_FLOAT" };
    const runs = (limit: number): Promise<Report> =>
      analyzeGraph({
        placeholders: { x: floats([5]) },
        nodes: {
          list: reserved,
          loop: loopNode([ints(0), "list", "x"]),
          stack: { op: "TensorListStack", inputs: ["loop:1", ints(-1)], attributes: list },
        },
        functions: [
          carrying("cond", values, [number("limit", limit), { name: "less", op: "Less", input: ["i", "limit:output:0"], attr: {} }], {
            go: "less:z:0",
          }),
          carrying(
            "body",
            values,
            [
              number("one", 1),
              { name: "next", op: "AddV2", input: ["i", "one:output:0"], attr: {} },
              { name: "set", op: "TensorListSetItem", input: ["list", "i", "x"], attr: set("list", "i", "x").attributes },
            ],
            { i_out: "next:z:0", list_out: "set:output_handle:0", x_out: "x" },
          ),
        ],
      });
    const few = await runs(4);
    expect(output(few, "stack")).toMatchObject({ shape: [4, 5] });
    expect(output(few, "stack")).not.toHaveProperty("status");
    expect(output(await runs(300), "stack")).toMatchObject({ shape: [300, 5], status: "estimate" });
  });
});

describe("rows of different lengths", () => {
  const dense = (shape: Constant, types: readonly string[], partitions: NonNullable<TestNode["inputs"]>): TestNode => ({
    op: "RaggedTensorToTensor",
    inputs: [shape, "x", float(0), ...partitions],
    attributes: { row_partition_types: a.texts(...types) },
  });
  const laidOut = async (node: TestNode): Promise<object | undefined> => {
    const placeholders = { x: floats([6, 2]), splits: ints([0, 0, 0, 0]), rows: ints([0, 0, 0, 0, 0, 0]) };
    const report = await analyzeGraph({ placeholders, nodes: { y: node } });
    return report.layers.at(-1)?.outputs[0];
  };

  it("are laid out as the partitions tell", async () => {
    const splits = ints([0, 1, 1, 6]);
    expect(await laidOut(dense(ints(-1), ["ROW_SPLITS"], [splits]))).toMatchObject({ shape: [3, 5, 2] }); // 6 − 1
    expect(await laidOut(dense(ints([4, -1, 2]), ["ROW_SPLITS"], [splits]))).toMatchObject({ shape: [4, 5, 2] });
    const rows = [ints(5), ints([0, 2, 2, 2, 3, 3])];
    expect(await laidOut(dense(ints(-1), ["FIRST_DIM_SIZE", "VALUE_ROWIDS"], rows))).toMatchObject({ shape: [5, 3, 2] }); // thrice 2
    const nested = dense(ints(-1), ["ROW_SPLITS", "ROW_SPLITS"], [ints([0, 1, 3]), splits]);
    expect(await laidOut(nested)).toMatchObject({ shape: [2, 2, 5, 2] }); // 3 − 1 rows of up to 6 − 1
  });

  it("are at most as long as there are elements, where the partitions are not known", async () => {
    expect(await laidOut(dense(ints(-1), ["ROW_SPLITS"], ["splits"]))).toMatchObject({ shape: [3, 6, 2], status: "at-most" });
    const rows = dense(ints(-1), ["FIRST_DIM_SIZE", "VALUE_ROWIDS"], [ints(4), "rows"]);
    expect(await laidOut(rows)).toMatchObject({ shape: [4, 6, 2], status: "at-most" });
  });
});

describe("functions that call others", () => {
  it("are refused before they are walked where they expand without end", async () => {
    const call = (name: string, input: string, to: string): object => ({
      name,
      op: "PartitionedCall",
      input: [input],
      attr: { f: a.function(to) },
    });
    const values = { x: "DT_FLOAT" };
    const functions = Array.from({ length: 40 }, (_, level) =>
      level === 0
        ? carrying("f0", values, [{ name: "second", op: "Relu", input: ["x"], attr: {} }], { y: "second:activations:0" })
        : carrying(`f${level}`, values, [call("first", "x", `f${level - 1}`), call("second", "first:y:0", `f${level - 1}`)], {
            y: "second:y:0",
          }),
    );
    const graph = {
      placeholders: { x: floats([1, 2]) },
      nodes: { y: { op: "PartitionedCall", inputs: ["x"], attributes: { f: a.function("f39") } } },
    };
    await expect(analyzeGraph({ ...graph, functions })).rejects.toMatchObject({
      code: "too-large",
      message: expect.stringContaining("more than 250000 nodes once its functions are expanded"), // 2³⁹
    });
  });
});

describe("Conv3DBackpropInputV2", () => {
  it("is a transposed convolution of volumes", async () => {
    const strided = { strides: a.ints(1, 2, 2, 2, 1), padding: a.text("VALID"), data_format: a.text("NDHWC") };
    const report = await analyzeGraph({
      placeholders: { x: floats([1, 3, 3, 3, 2]) },
      nodes: { y: { op: "Conv3DBackpropInputV2", inputs: [ints([1, 7, 7, 7, 4]), floats([3, 3, 3, 4, 2]), "x"], attributes: strided } },
    });
    expect(shapeOf(report, "y")).toEqual([1, 7, 7, 7, 4]); // 2 · (3 − 1) + 3
    expect(total(report, "macs")).toMatchObject({ value: 5832, status: "exact" }); // 3³ · 3³ · 2 · 4
    expect(total(report, "params")).toMatchObject({ value: 216 }); // 3³ · 4 · 2
  });
});

describe("what follows something of a size that is only bounded", () => {
  const by = { transpose_a: a.flag(false), transpose_b: a.flag(false) };
  const found: Readonly<Record<string, TestNode>> = {
    found: { op: "Where", inputs: ["x"] },
    shape: { op: "Shape", inputs: ["found"] },
    count: { op: "StridedSlice", inputs: ["shape", ints([0]), ints([1]), ints([1])] },
  };
  const rest = (nodes: Readonly<Record<string, TestNode>>, input: string): Promise<Report> =>
    analyzeGraph({
      placeholders: { x: flags([8]), rows: floats([8, 4]) },
      nodes: { ...found, ...nodes, product: { op: "MatMul", inputs: [input, floats([4, 4])], attributes: by } },
    });

  it("is at most everything", async () => {
    const most = { value: 128, status: "at-most" }; // 8 · 4 · 4
    const split = await rest(
      {
        sizes: { op: "ConcatV2", inputs: ["count", ints([-1]), ints(0)] },
        parts: { op: "SplitV", inputs: ["rows", "sizes", ints(0)], attributes: { num_split: a.int(2) } },
      },
      "parts:1",
    );
    expect(total(split, "macs")).toMatchObject(most);
    const slice = await rest(
      {
        begin: { op: "ConcatV2", inputs: ["count", ints([0]), ints(0)] },
        part: { op: "Slice", inputs: ["rows", "begin", ints([-1, -1])] },
      },
      "part",
    );
    expect(total(slice, "macs")).toMatchObject(most);
    const strided = await rest(
      { part: { op: "StridedSlice", inputs: ["rows", "count", ints([0]), ints([1])], attributes: { end_mask: a.int(1) } } },
      "part",
    );
    expect(total(strided, "macs")).toMatchObject(most);
  });
});

/** A loop of TensorFlow 1 that multiplies x by a 4×4 matrix while a counter is below 3. */
const frame = { frame_name: a.text("while") };
const v1Loop: Readonly<Record<string, TestNode>> = {
  "while/enter_i": { op: "Enter", inputs: [ints(0)], attributes: frame },
  "while/enter_x": { op: "Enter", inputs: ["x"], attributes: frame },
  "while/enter_w": { op: "Enter", inputs: [floats([4, 4])], attributes: { ...frame, is_constant: a.flag(true) } },
  "while/enter_n": { op: "Enter", inputs: [ints(3)], attributes: { ...frame, is_constant: a.flag(true) } },
  "while/enter_one": { op: "Enter", inputs: [ints(1)], attributes: { ...frame, is_constant: a.flag(true) } },
  "while/merge_i": { op: "Merge", inputs: ["while/enter_i", "while/next_i"] },
  "while/merge_x": { op: "Merge", inputs: ["while/enter_x", "while/next_x"] },
  "while/less": { op: "Less", inputs: ["while/merge_i", "while/enter_n"] },
  "while/cond": { op: "LoopCond", inputs: ["while/less"] },
  "while/switch_i": { op: "Switch", inputs: ["while/merge_i", "while/cond"] },
  "while/switch_x": { op: "Switch", inputs: ["while/merge_x", "while/cond"] },
  "while/add": { op: "AddV2", inputs: ["while/switch_i:1", "while/enter_one"] },
  "while/product": {
    op: "MatMul",
    inputs: ["while/switch_x:1", "while/enter_w"],
    attributes: { transpose_a: a.flag(false), transpose_b: a.flag(false) },
  },
  "while/next_i": { op: "NextIteration", inputs: ["while/add"] },
  "while/next_x": { op: "NextIteration", inputs: ["while/product"] },
  "while/exit_x": { op: "Exit", inputs: ["while/switch_x"] },
  y: { op: "Identity", inputs: ["while/exit_x"] },
};

describe("loops of TensorFlow 1", () => {
  it("are the same, with their nodes by their own names", async () => {
    const report = await compareGraph({ placeholders: { x: floats([2, 4]) }, nodes: v1Loop });
    expect(total(report, "macs")).toEqual({ value: 96, unit: "MAC", status: "exact" }); // 3 runs · 2 · 4 · 4
    expect(total(report, "params")).toMatchObject({ value: 16 });
    const shown = [...report.layers, ...report.layers.flatMap(({ bodies = [] }) => bodies.flatMap(({ layers }) => layers))];
    const names = new Set(shown.map(({ name }) => name));
    expect(Object.keys(v1Loop).filter((name) => !names.has(name))).toEqual([]);
  });

  it("are refused without a condition", async () => {
    const { "while/cond": _, ...nodes } = v1Loop;
    await expect(analyzeGraph({ placeholders: { x: floats([2, 4]) }, nodes, outputs: ["y"] })).rejects.toThrow(
      'in-memory model: frame "while" has 0 LoopCond nodes, a loop has one',
    );
  });
});

describe("choices", () => {
  const branch = (name: string, op: string): object => ({
    signature: { name, inputArg: [argument("x", "DT_FLOAT")], outputArg: [argument("y", "DT_FLOAT")] },
    nodeDef: [
      { name: "node", op, input: op === "MatMul" ? ["x", "x"] : ["x"], attr: { transpose_a: a.flag(false), transpose_b: a.flag(true) } },
    ],
    ret: { y: op === "MatMul" ? "node:product:0" : "node:y:0" },
  });
  const graph = (condition: "p" | ReturnType<typeof flags>) => ({
    placeholders: { p: flags([]), x: floats([3, 3]) },
    nodes: {
      y: {
        op: "StatelessIf",
        inputs: [condition, "x"],
        attributes: { then_branch: a.function("then"), else_branch: a.function("else") },
      },
    },
    functions: [branch("then", "MatMul"), branch("else", "Relu")],
  });

  it("take the costlier branch as an upper bound", async () => {
    const report = await analyzeGraph(graph("p"));
    expect(total(report, "macs")).toMatchObject({ value: 27, status: "at-most" }); // 3 · 3 · 3
    expect(shapeOf(report, "y")).toEqual([3, 3]);
  });

  it("take the branch that is known", async () => {
    expect(total(await analyzeGraph(graph(flags([], [0]))), "macs")).toMatchObject({ value: 0, status: "exact" });
    expect(total(await analyzeGraph(graph(flags([], [1]))), "macs")).toMatchObject({ value: 27, status: "exact" });
  });

  it("count both paths of a Switch as an upper bound", async () => {
    const report = await analyzeGraph({
      placeholders: { p: flags([]), x: floats([3, 3]) },
      nodes: {
        fork: { op: "Switch", inputs: ["x", "p"] },
        product: { op: "MatMul", inputs: ["fork:1", "fork:1"], attributes: { transpose_a: a.flag(false), transpose_b: a.flag(false) } },
        rectified: { op: "Relu", inputs: ["fork"] },
        y: { op: "Merge", inputs: ["rectified", "product"] },
      },
    });
    expect(total(report, "macs")).toMatchObject({ value: 27, status: "at-most" });
    expect(shapeOf(report, "y")).toEqual([3, 3]);
  });
});

describe("lists", () => {
  const type = { element_dtype: a.type("float32") };

  it("keep the type of their elements", async () => {
    await compareGraph({
      placeholders: { x: floats([5, 2, 3]) },
      nodes: {
        list: { op: "TensorListFromTensor", inputs: ["x", ints([2, 3])], attributes: type },
        item: { op: "TensorListGetItem", inputs: ["list", ints(1), ints([2, 3])], attributes: type },
        changed: { op: "TensorListSetItem", inputs: ["list", ints(0), "item"], attributes: type },
        length: { op: "TensorListLength", inputs: ["changed"] },
        some: { op: "TensorListGather", inputs: ["changed", ints([0, 2]), ints([2, 3])], attributes: type },
        y: { op: "TensorListStack", inputs: ["changed", ints([2, 3])], attributes: { ...type, num_elements: a.int(5) } },
      },
      outputs: ["item", "length", "some", "y"],
    });
  });

  it("learn it from what is put in", async () => {
    const report = await analyzeGraph({
      placeholders: { x: floats([2, 3]) },
      nodes: {
        list: { op: "TensorListReserve", inputs: [ints(-1), ints(4)], attributes: type },
        changed: { op: "TensorListSetItem", inputs: ["list", ints(0), "x"], attributes: type },
        longer: { op: "TensorListPushBack", inputs: ["changed", "x"], attributes: type },
        popped: { op: "TensorListPopBack", inputs: ["longer", ints(-1)], attributes: type },
        y: { op: "TensorListStack", inputs: ["popped", ints(-1)], attributes: type },
        joined: { op: "TensorListConcatV2", inputs: ["longer", ints(-1)], attributes: type },
        resized: { op: "TensorListResize", inputs: ["longer", ints(9)] },
        length: { op: "TensorListLength", inputs: ["resized"] },
      },
      outputs: ["popped:1", "y", "joined", "length", "list"],
    });
    expect(shapeOf(report, "popped:1")).toEqual([2, 3]);
    expect(shapeOf(report, "y")).toEqual([4, 2, 3]); // 4 + 1 − 1
    expect(shapeOf(report, "joined")).toEqual([10, 3]); // 5 · 2
    expect(shapeOf(report, "list")).toEqual([]);
  });

  it("say that elements are not known where nothing tells", async () => {
    const report = await analyzeGraph({
      nodes: {
        list: { op: "TensorListReserve", inputs: [ints(-1), ints(4)], attributes: type },
        y: { op: "TensorListStack", inputs: ["list", ints(-1)], attributes: type },
      },
    });
    expect(report.diagnostics[0]?.message).toBe(
      'TensorListStack "y" (tfjs TensorListStack): the shape of the list\'s elements is not known',
    );
  });

  it("are arrays in TensorFlow 1", async () => {
    const report = await analyzeGraph({
      placeholders: { x: floats([4, 2, 3]) },
      nodes: {
        array: { op: "TensorArrayV3", inputs: [ints(4)], attributes: { dtype: a.type("float32") } },
        scattered: { op: "TensorArrayScatterV3", inputs: ["array", ints([0, 1, 2, 3]), "x", "array:1"] },
        item: { op: "TensorArrayReadV3", inputs: ["array", ints(1), "scattered"], attributes: { dtype: a.type("float32") } },
        written: { op: "TensorArrayWriteV3", inputs: ["array", ints(1), "item", "scattered"] },
        size: { op: "TensorArraySizeV3", inputs: ["array", "written"] },
        range: { op: "Range", inputs: [ints(0), "size", ints(1)] },
        y: { op: "TensorArrayGatherV3", inputs: ["array", "range", "written"], attributes: { dtype: a.type("float32") } },
        joined: { op: "TensorArrayConcatV3", inputs: ["array", "written"], attributes: { dtype: a.type("float32") } },
        closed: { op: "TensorArrayCloseV3", inputs: ["array"] },
      },
      outputs: ["item", "y", "joined", "joined:1"],
    });
    expect(["item", "y", "joined", "joined:1"].map((name) => shapeOf(report, name))).toEqual([[2, 3], [4, 2, 3], [8, 3], [4]]);
  });
});

describe("tables", () => {
  it("give out what they hold for keys", async () => {
    const report = await analyzeGraph({
      placeholders: { x: words("a", "b", "c") },
      nodes: {
        table: { op: "HashTableV2", attributes: { key_dtype: a.type("string"), value_dtype: a.type("int32") } },
        filled: { op: "LookupTableImportV2", inputs: ["table", words("a", "b"), ints([1, 2])] },
        y: { op: "LookupTableFindV2", inputs: ["table", "x", ints(-1)] },
        size: { op: "LookupTableSizeV2", inputs: ["table"] },
      },
      outputs: ["y", "size"],
    });
    expect(report.model.outputs).toEqual([
      { name: "y", dtype: "int32", shape: [3] },
      { name: "size", dtype: "int32", shape: [] },
    ]);
  });
});

describe("operations that TensorFlow.js names and does not run, or runs with other types", () => {
  it("are described by TensorFlow's specification", async () => {
    const report = await analyzeGraph({
      placeholders: { x: floats([6]), b: { dtype: "int32", shape: [3] }, strings: words("a b", "c") },
      nodes: {
        bits: { op: "BitwiseAnd", inputs: ["b", ints([1, 2, 3])] },
        ranges: { op: "RaggedRange", inputs: [ints([0, 2]), ints([3, 10]), ints([1, 4])] },
        rows: { op: "RaggedGather", inputs: [ints([0, 1, 3, 6]), "x", ints([2, 0])], attributes: { OUTPUT_RAGGED_RANK: a.int(1) } },
        dense: {
          op: "RaggedTensorToTensor",
          inputs: [ints([-1, -1]), "x", float(0), ints([0, 1, 3, 6])],
          attributes: { row_partition_types: a.texts("ROW_SPLITS") },
        },
        grams: {
          op: "StringNGrams",
          inputs: ["strings", ints([0, 2])],
          attributes: { ngram_widths: a.ints(2), pad_width: a.int(0), preserve_short_sequences: a.flag(false) },
        },
        parts: { op: "StringSplit", inputs: ["strings", words(" ")], attributes: { skip_empty: a.flag(true) } },
        complex: { op: "Complex", inputs: ["x", "x"] },
        spectrum: { op: "FFT", inputs: ["complex"] },
        back: { op: "IFFT", inputs: ["spectrum"] },
        real: { op: "Real", inputs: ["back"] },
        signal: { op: "IRFFT", inputs: ["spectrum", ints([10])] },
        suppressed: {
          op: "NonMaxSuppressionV5",
          inputs: [floats([6, 4]), floats([6]), ints(3), float(0.5), float(0.1), float(0)],
        },
        padded: {
          op: "NonMaxSuppressionV4",
          inputs: [floats([6, 4]), floats([6]), ints(3), float(0.5), float(0.1)],
          attributes: { pad_to_max_output_size: a.flag(true) },
        },
        argmax: {
          op: "MaxPoolWithArgmax",
          inputs: [floats([1, 4, 4, 2])],
          attributes: { ksize: a.ints(1, 2, 2, 1), strides: a.ints(1, 2, 2, 1), padding: a.text("VALID") },
        },
        unique: { op: "UniqueV2", inputs: ["x", ints([0])] },
        difference: { op: "ListDiff", inputs: ["x", floats([2])] },
        found: { op: "Where", inputs: [flags([3, 2])] },
        printed: { op: "Print", inputs: ["x", "b"] },
        forest: {
          op: "SimpleMLInferenceOpWithHandle",
          inputs: [floats([7, 3])],
          attributes: { dense_output_dim: a.int(2) },
        },
      },
      outputs: ["bits"],
    });
    const shapes = Object.fromEntries(
      report.layers.flatMap(({ outputs }) =>
        outputs.map((output) => [output.name, output.kind === undefined ? output.shape : output.kind]),
      ),
    );
    expect(shapes).toMatchObject({
      bits: [3],
      ranges: [3],
      "ranges:1": [5], // 3 and ⌈8 / 4⌉
      rows: [3],
      dense: [3, 3], // rows of 1, 2 and 3 values
      parts: expect.anything(),
      spectrum: [6],
      real: [6],
      signal: [10],
      suppressed: [3],
      "suppressed:1": [3],
      padded: [3],
      "padded:1": [],
      argmax: [1, 2, 2, 2],
      "argmax:1": [1, 2, 2, 2],
      unique: [6],
      "unique:1": [6],
      difference: [6],
      found: [6, 2],
      printed: [6],
      forest: [7, 2],
    });
    expect(report.coverage.undescribed).toEqual([{ operator: "SimpleMLInferenceOpWithHandle", layers: 1 }]);
  });
});

describe("constants of one element", () => {
  const product = { op: "MatMul", inputs: ["x", floats([6, 1])], attributes: { transpose_a: a.flag(false), transpose_b: a.flag(false) } };
  const sum = (bias: TestNode["inputs"]): Promise<Report> =>
    compareGraph({ placeholders: { x: floats([2, 6]) }, nodes: { product, y: { op: "AddV2", inputs: ["product", ...bias!] } } });

  it("are biases where one feature is all that a product has", async () => {
    const report = await sum([floats([1], [3])]);
    expect(report.totals["params"]).toMatchObject({ total: { value: 7 }, weights: { value: 6 } }); // 6 · 1 + 1
  });

  it("are constants where they are scalars, or are added to several features", async () => {
    expect(total(await sum([float(3)]), "params")).toMatchObject({ value: 6 });
    const wide = { ...product, inputs: ["x", floats([6, 2])] };
    const nodes = { product: wide, y: { op: "AddV2", inputs: ["product", floats([1], [3])] } };
    expect(total(await compareGraph({ placeholders: { x: floats([2, 6]) }, nodes }), "params")).toMatchObject({ value: 12 }); // 6 · 2
  });
});
