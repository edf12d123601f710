import { describe, expect, it } from "vitest";
import { analyzeGraph, type GraphInput, type GraphNode, input, ints, stored, type TestGraph } from "./analyze-graph.ts";

const x = input("float32", [2, 4]);
const counted = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, index) => from + index);
/** A Constant node; its elements differ, as those of trained tensors do. */
const constant = (name: string, shape: readonly number[]): GraphNode => {
  const elements = shape.reduce((product, size) => product * size, 1);
  return ["Constant", [], [name], { value: { tensor: stored("float32", shape, counted(1, elements)) } }];
};
const params = async (graph: TestGraph): Promise<number | null> => (await analyzeGraph(graph)).params;

describe("tensors of Constant nodes", () => {
  it("count by how they are read, where nothing trained stands elsewhere", async () => {
    const nodes: readonly GraphNode[] = [
      constant("w", [4, 3]),
      constant("b", [3]),
      constant("half", []),
      ["MatMul", ["x", "w"], ["product"]],
      ["Add", ["product", "b"], ["sum"]],
      ["Mul", ["sum", "half"], ["y"]],
    ];
    expect(await params({ inputs: { x }, nodes, outputs: ["y"] })).toBe(15); // 4 · 3 + 3
    const gemm: readonly GraphNode[] = [constant("w", [4, 2]), constant("b", [2]), ["Gemm", ["x", "w", "b"], ["y"]]];
    expect(await params({ inputs: { x }, nodes: gemm, outputs: ["y"] })).toBe(10); // 4 · 2 + 2
    const single: readonly GraphNode[] = [
      constant("w", [4, 1]),
      constant("b", [1]),
      ["MatMul", ["x", "w"], ["product"]],
      ["Add", ["product", "b"], ["y"]],
    ];
    expect(await params({ inputs: { x }, nodes: single, outputs: ["y"] })).toBe(5); // 4 · 1 + 1
    const gather: readonly GraphNode[] = [constant("table", [5, 2]), ["Gather", ["table", "i"], ["y"]]];
    expect(await params({ inputs: { i: input("int64", [3]) }, nodes: gather, outputs: ["y"] })).toBe(10); // 5 · 2
  });

  it("are literals beside trained initializers, unless they are matrices of a product", async () => {
    const inputs = { x, w: stored("float32", [4, 4]) };
    const after = (literal: GraphNode, operator: string): Promise<number | null> =>
      params({ inputs, nodes: [literal, ["MatMul", ["x", "w"], ["h"]], [operator, ["h", "literal"], ["y"]]], outputs: ["y"] });
    expect(await after(constant("literal", [4]), "Add")).toBe(16); // 4 · 4
    expect(await after(constant("literal", [4, 3]), "MatMul")).toBe(28); // 4 · 4 + 4 · 3
    const positions: readonly GraphNode[] = [constant("t", [1, 7]), ["MatMul", ["f", "t"], ["y"]]];
    expect(await params({ inputs: { f: input("float32", [4, 1]), w: stored("float32", [4, 4]) }, nodes: positions, outputs: ["y"] })).toBe(
      0,
    );
  });

  it("that sizes are computed with are settings", async () => {
    const nodes: readonly GraphNode[] = [
      ["Shape", ["x"], ["sizes"]],
      ["Cast", ["sizes"], ["real"], { to: 1 }],
      constant("factors", [2]),
      ["Mul", ["real", "factors"], ["larger"]],
      ["Cast", ["larger"], ["target"], { to: 7 }],
      ["Expand", ["one", "target"], ["y"]],
    ];
    expect(await params({ inputs: { x, one: input("float32", [1, 1]) }, nodes, outputs: ["y"] })).toBe(0);
  });
});

describe("quantised weights", () => {
  const bytes = input("uint8", [2, 4]);
  const scale = stored("float32", [], [0.5]);
  const scales = stored("float32", [5]);
  const ids = input("int64", [3]);
  const flat: GraphNode = ["Reshape", ["w", "shape"], ["moved"]];

  it.each<[string, Readonly<Record<string, GraphInput>>, readonly GraphNode[], number]>([
    // 10 · 4 of a table that is looked up first
    [
      "looked up before they are expanded",
      { i: ids, w: stored("int8", [10, 4]), scale },
      [
        ["Gather", ["w", "i"], ["rows"]],
        ["DequantizeLinear", ["rows", "scale"], ["y"]],
      ],
      40,
    ],
    // 5 · 4
    [
      "transposed before a product of integers",
      { x: bytes, w: stored("int8", [5, 4]) },
      [
        ["Transpose", ["w"], ["moved"], { perm: [1, 0] }],
        ["MatMulInteger", ["x", "moved"], ["y"]],
      ],
      20,
    ],
    [
      "reshaped before a product of integers",
      { x: bytes, w: stored("int8", [20]), shape: ints(4, 5) },
      [flat, ["MatMulInteger", ["x", "moved"], ["y"]]],
      20,
    ],
    [
      "transposed before they are expanded",
      { x, w: stored("int8", [5, 4]), scale },
      [
        ["Transpose", ["w"], ["moved"]],
        ["DequantizeLinear", ["moved", "scale"], ["wide"]],
        ["MatMul", ["x", "wide"], ["y"]],
      ],
      20,
    ],
    // 4 · 5; neither the 5 zero points nor the 5 scales
    [
      "expanded by plain arithmetic",
      { x, w: stored("int8", [4, 5]), zeros: stored("int8", [5]), scales },
      [
        ["Cast", ["w"], ["real"], { to: 1 }],
        ["Cast", ["zeros"], ["realZeros"], { to: 1 }],
        ["Sub", ["real", "realZeros"], ["shifted"]],
        ["Mul", ["shifted", "scales"], ["wide"]],
        ["MatMul", ["x", "wide"], ["y"]],
      ],
      20,
    ],
    // 4 · 5 + 5
    [
      "with a bias of int32",
      { x: bytes, w: stored("int8", [4, 5]), b: stored("int32", [5]) },
      [
        ["MatMulInteger", ["x", "w"], ["sum"]],
        ["Add", ["sum", "b"], ["y"]],
      ],
      25,
    ],
    // 4 · 5; the 5 scales, one a channel, multiply that of the activations first
    [
      "scaled channel by channel after a product of integers",
      { x, w: stored("int8", [4, 5]), scales },
      [
        ["DynamicQuantizeLinear", ["x"], ["q", "s", "z"]],
        ["MatMulInteger", ["q", "w", "z"], ["sum"]],
        ["Cast", ["sum"], ["real"], { to: 1 }],
        ["Mul", ["s", "scales"], ["both"]],
        ["Mul", ["real", "both"], ["y"]],
      ],
      20,
    ],
    // 10 · 4 + 4; the scalar is a constant
    [
      "added as integers",
      { i: ids, w: stored("uint8", [10, 4]), b: stored("uint8", [4]), one: stored("uint8", [], [1]), scale },
      [
        ["Gather", ["w", "i"], ["rows"]],
        ["com.microsoft::QLinearAdd", ["rows", "scale", "", "b", "scale", "", "scale"], ["sum"]],
        ["com.microsoft::QLinearMul", ["sum", "scale", "", "one", "scale", "", "scale"], ["y"]],
      ],
      44,
    ],
  ])("count %s", async (_, inputs, nodes, expected) => {
    expect(await params({ inputs, nodes, outputs: ["y"] })).toBe(expected);
  });

  it("are none where integers are merely looked up", async () => {
    const inputs = { i: ids, palette: stored("uint8", [10, 4]) };
    expect(await params({ inputs, nodes: [["Gather", ["palette", "i"], ["y"]]], outputs: ["y"] })).toBe(0);
  });
});

describe("tensors of one element", () => {
  const nodes: readonly GraphNode[] = [
    ["Transpose", ["w"], ["turned"]],
    ["MatMul", ["x", "turned"], ["product"]],
    ["Add", ["b", "product"], ["y"]],
  ];

  it("are biases where one feature is all that a product has", async () => {
    const single = { x, w: stored("float32", [1, 4]), b: stored("float32", [1], [3]) };
    const { report } = await analyzeGraph({ inputs: single, nodes, outputs: ["y"] });
    expect(report.totals["params"]).toMatchObject({ total: { value: 5 }, weights: { value: 4 } }); // 4 + 1
  });

  it("are biases of convolutions, and of sums that are scaled first", async () => {
    const upsampled = { x: input("float32", [1, 6, 4, 4]), w: stored("float32", [6, 1, 2, 2]), b: stored("float32", [1, 1, 1, 1], [3]) };
    const transposed: readonly GraphNode[] = [
      ["ConvTranspose", ["x", "w"], ["product"]],
      ["Add", ["product", "b"], ["y"]],
    ];
    expect(await params({ inputs: upsampled, nodes: transposed, outputs: ["y"] })).toBe(25); // 6 · 2 · 2 + 1
    const integers = {
      x: input("uint8", [2, 4]),
      w: stored("int8", [4, 1]),
      s: stored("float32", [1], [2]),
      b: stored("float32", [1], [3]),
    };
    const scaled: readonly GraphNode[] = [
      ["MatMulInteger", ["x", "w"], ["sum"]],
      ["Cast", ["sum"], ["real"], { to: 1 }],
      ["Mul", ["real", "s"], ["product"]],
      ["Add", ["product", "b"], ["y"]],
    ];
    expect(await params({ inputs: integers, nodes: scaled, outputs: ["y"] })).toBe(5); // 4 + 1; the scale is none
  });

  it("are constants where they are scalars, or there are more features", async () => {
    const w = stored("float32", [1, 4]);
    expect(await params({ inputs: { x, w, b: stored("float32", [], [3]) }, nodes, outputs: ["y"] })).toBe(4);
    const wide = { x, w: stored("float32", [3, 4]), b: stored("float32", [1], [3]) };
    expect(await params({ inputs: wide, nodes, outputs: ["y"] })).toBe(12); // 3 · 4
  });
});

describe("what the file says of its tensors", () => {
  const signature = [
    "# inputs",
    "p_scale: PARAMETER target='scale'",
    "p_l_bias: PARAMETER target='l.bias'",
    "b_frequencies: BUFFER target='frequencies' persistent=False",
    "c_offsets: CONSTANT_TENSOR target='offsets'",
    "x: USER_INPUT",
    "",
    "# outputs",
    "add: USER_OUTPUT",
  ].join("\n");
  const graph: TestGraph = {
    inputs: {
      x,
      w: stored("float32", [4, 4]),
      "l.bias": stored("float32", [4]),
      scale: stored("float32", [], [2]),
      frequencies: stored("float32", [4]),
      offsets: stored("float32", [4]),
    },
    nodes: [
      ["Gemm", ["x", "w", "l.bias"], ["h"]],
      ["Mul", ["h", "scale"], ["scaled"]],
      ["Mul", ["scaled", "frequencies"], ["turned"]],
      ["Add", ["turned", "offsets"], ["y"]],
    ],
    outputs: ["y"],
  };

  it("counts before what their use implies", async () => {
    const metadata = { "pkg.torch.export.ExportedProgram.graph_signature": signature };
    const { report } = await analyzeGraph({ ...graph, metadata });
    // 4 · 4 + 4 + 1; w is not mentioned, so that its use tells
    expect(report.totals["params"]).toMatchObject({ total: { value: 21 }, weights: { value: 17 }, buffers: { value: 0 } });
    expect(await params(graph)).toBe(28); // 4 · 4 + 4 + 4 + 4
  });
});

describe("settings", () => {
  it("are what recurrent layers begin with, and windows of frames", async () => {
    const inputs = {
      x: input("float32", [5, 2, 3]),
      w: stored("float32", [1, 16, 3]),
      r: stored("float32", [1, 16, 4]),
      zeros: stored("float32", [1, 2, 4]),
    };
    const nodes: readonly GraphNode[] = [["LSTM", ["x", "w", "r", "", "", "zeros", "zeros"], ["y"], { hidden_size: 4 }]];
    expect(await params({ inputs, nodes, outputs: ["y"] })).toBe(112); // 16 · 3 + 16 · 4
    const framed = { x: input("float32", [1, 128, 1]), step: stored("int64", [], [8]), window: stored("float32", [16]) };
    expect(await params({ inputs: framed, nodes: [["STFT", ["x", "step", "window"], ["y"]]], outputs: ["y"] })).toBe(0);
  });
});
