import type { Report } from "@modelgauge/core";
import { createGauge } from "@modelgauge/host";
import { describe, expect, it } from "vitest";
import { defaultPlugins } from "modelgauge";

const gauge = createGauge({ plugins: defaultPlugins });

interface TestNode {
  readonly op: string;
  readonly in: readonly string[];
  readonly out: readonly string[];
  readonly name?: string;
  readonly domain?: string;
  readonly attribute?: readonly object[];
  readonly metadata?: Readonly<Record<string, string>>;
}

function node({ op, in: input, out: output, name = "", domain = "", attribute = [], metadata = {} }: TestNode): object {
  return {
    opType: op,
    input,
    output,
    name,
    domain,
    attribute,
    metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
  };
}

function value(name: string, shape?: readonly (number | string)[]): object {
  const dim = shape?.map((size) => (typeof size === "number" ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType: 1, ...(dim && { shape: { dim } }) } } };
}

function weight(name: string, dims: readonly number[]): object {
  return { name, dims, dataType: 1, dataLocation: 1, externalData: [{ key: "location", value: "weights" }] };
}

function graph(parts: {
  readonly nodes: readonly TestNode[];
  readonly inputs?: readonly object[];
  readonly outputs: readonly string[];
  readonly initializer?: readonly object[];
  readonly valueInfo?: readonly object[];
}): object {
  return {
    name: "g",
    node: parts.nodes.map(node),
    input: parts.inputs ?? [],
    output: parts.outputs.map((name) => ({ name })),
    initializer: parts.initializer ?? [],
    valueInfo: parts.valueInfo ?? [],
  };
}

const analyze = (main: object, model: object = {}, options = {}): Promise<Report> =>
  gauge.analyze(
    {
      irVersion: 10,
      opsetImport: [
        { domain: "", version: 21 },
        { domain: "local", version: 1 },
      ],
      graph: main,
      ...model,
    },
    options,
  );
const shapes = (report: Report): readonly unknown[] =>
  report.model.outputs.map((output) => ("shape" in output ? output.shape : output.kind));

/** A fully connected layer as a function of the model: linear(x, w, b). */
const linear = {
  name: "Linear",
  domain: "local",
  input: ["x", "w", "b"],
  output: ["y"],
  opsetImport: [{ domain: "", version: 21 }],
  node: [
    node({
      op: "Gemm",
      in: ["x", "w", "b"],
      out: ["y"],
      name: "gemm",
      attribute: [{ name: "transB", refAttrName: "transposed", type: 2 }],
    }),
  ],
  attributeProto: [{ name: "transposed", type: 2, i: 1 }],
};

describe("the model's own functions", () => {
  const main = graph({
    nodes: [
      { op: "Linear", in: ["x", "w1", "b1"], out: ["h"], name: "first", domain: "local" },
      { op: "Linear", in: ["h", "w2"], out: ["y"], name: "second", domain: "local", attribute: [{ name: "transposed", type: 2, i: 0 }] },
    ],
    inputs: [value("x", [1, 8])],
    outputs: ["y"],
    initializer: [weight("w1", [4, 8]), weight("b1", [4]), weight("w2", [4, 2])],
  });

  it("are expanded: roles flow through calls, attributes through references, and call sites are modules", async () => {
    const report = await analyze(main, { functions: [linear] });
    expect(report.totals["params"]).toMatchObject({ total: { value: 44 }, weights: { value: 40 } }); // 32 + 4 + 8; b1 is a bias
    expect(report.totals["macs"]?.["total"]?.value).toBe(40); // 8 · 4 + 4 · 2
    expect(report.layers.map(({ name, path, outputs }) => [name, path, outputs[0]?.name])).toEqual([
      ["first/gemm", ["first"], "h"],
      ["second/gemm", ["second"], "y"],
    ]);
  });

  it("may hold literals, which are read as those of the graph are", async () => {
    const literal = { name: "value", type: 4, t: { dims: [4], dataType: 1, floatData: [1, 2, 3, 4] } };
    const scaled = {
      ...linear,
      node: [
        ...linear.node,
        node({ op: "Constant", in: [], out: ["literal"], attribute: [literal] }),
        node({ op: "Mul", in: ["y", "literal"], out: ["z"] }),
      ],
      output: ["z"],
    };
    const once = graph({
      nodes: [{ op: "Linear", in: ["x", "w", "b"], out: ["y"], name: "call", domain: "local" }],
      inputs: [value("x", [1, 8])],
      outputs: ["y"],
      initializer: [weight("w", [4, 8]), weight("b", [4])],
    });
    const report = await analyze(once, { functions: [scaled] });
    expect(report.totals["params"]?.["total"]?.value).toBe(36); // 4 · 8 + 4
  });

  it("may not call themselves", async () => {
    const loop = { ...linear, node: [node({ op: "Linear", in: ["x", "w", "b"], out: ["y"], domain: "local" })] };
    await expect(analyze(main, { functions: [loop] })).rejects.toThrow("a function calls itself: local::Linear → local::Linear");
  });

  it("are refused where they expand beyond what can be handled", async () => {
    // Each function calls the next ten times: 10^12 nodes.
    const bomb = Array.from({ length: 12 }, (_, level) => ({
      name: `F${level}`,
      domain: "local",
      input: ["x"],
      output: ["y9"],
      opsetImport: [{ domain: "", version: 21 }],
      node: Array.from({ length: 10 }, (_, index) =>
        node({
          op: level === 11 ? "Relu" : `F${level + 1}`,
          domain: level === 11 ? "" : "local",
          in: [index === 0 ? "x" : `y${index - 1}`],
          out: [`y${index}`],
        }),
      ),
    }));
    const called = graph({ nodes: [{ op: "F0", in: ["x"], out: ["y"], domain: "local" }], inputs: [value("x", [1])], outputs: ["y"] });
    await expect(analyze(called, { functions: bomb })).rejects.toMatchObject({ code: "too-large" });
  });
});

describe("graphs", () => {
  it("may be written in any order", async () => {
    const report = await analyze(
      graph({
        nodes: [
          { op: "Relu", in: ["h"], out: ["y"] },
          { op: "Neg", in: ["x"], out: ["h"] },
        ],
        inputs: [value("x", [2, 3])],
        outputs: ["y"],
      }),
    );
    expect(report.layers.map(({ origin }) => origin.operator)).toEqual(["Neg", "Relu"]);
    expect(shapes(report)).toEqual([[2, 3]]);
  });

  it("say which value nothing produces", async () => {
    const broken = graph({ nodes: [{ op: "Relu", in: ["ghost"], out: ["y"], name: "r" }], outputs: ["y"] });
    await expect(analyze(broken)).rejects.toThrow('Relu "r" reads "ghost", which nothing produces');
    await expect(analyze(graph({ nodes: [], outputs: ["ghost"] }))).rejects.toThrow('nothing produces the graph\'s output "ghost"');
  });

  it("may call their tensors what they like", async () => {
    const named = graph({
      nodes: [{ op: "Add", in: ["__proto__", "constructor"], out: ["toString"] }],
      inputs: [value("__proto__", [2, 5]), value("constructor", [5])],
      outputs: ["toString"],
    });
    expect(shapes(await analyze(named))).toEqual([[2, 5]]);
  });

  it("count a tensor once, however many layers share it", async () => {
    const shared = graph({
      nodes: [
        { op: "Gemm", in: ["x", "w"], out: ["h"] },
        { op: "Gemm", in: ["h", "w"], out: ["y"] },
      ],
      inputs: [value("x", [1, 8])],
      outputs: ["y"],
      initializer: [weight("w", [8, 8])],
    });
    const report = await analyze(shared);
    expect(report.totals["params"]?.["total"]?.value).toBe(64);
    expect(report.totals["macs"]?.["total"]?.value).toBe(128);
  });

  it("take named dims from the caller, or from an input's shape, else as 1", async () => {
    const main = graph({ nodes: [{ op: "Relu", in: ["x"], out: ["y"] }], inputs: [value("x", ["batch", 3])], outputs: ["y"] });
    expect(shapes(await analyze(main, {}, { dims: { batch: 7 } }))).toEqual([[7, 3]]);
    const overridden = await analyze(main, {}, { inputs: { x: { shape: [5, 3] } } });
    expect(overridden.model.bindings).toEqual({ batch: 5 });
    const open = await analyze(main);
    expect(shapes(open)).toEqual([[1, 3]]);
    expect(open.diagnostics).toMatchObject([{ code: "unbound-dim", message: 'dim "batch" of input "x" is not bound: taken as 1' }]);
  });

  it("pass operators by that nobody translates, with the types that the file declares", async () => {
    const main = graph({
      nodes: [
        { op: "Fancy", in: ["x"], out: ["h"], name: "f", domain: "com.acme" },
        { op: "Relu", in: ["h"], out: ["y"] },
        { op: "Fancier", in: ["y"], out: ["z"], name: "g", domain: "com.acme" },
      ],
      inputs: [value("x", [1, 8])],
      outputs: ["z"],
      valueInfo: [value("h", ["batch", 4])],
    });
    const report = await analyze(main, {}, { dims: { batch: 2 } });
    expect(report.layers.map(({ outputs }) => ("shape" in outputs[0]! ? outputs[0].shape : outputs[0]?.kind))).toEqual([
      [2, 4],
      [2, 4],
      "unknown",
    ]);
    expect(report.coverage).toEqual({
      layers: 3,
      described: 1,
      undescribed: [
        { operator: "com.acme::Fancier", layers: 1 },
        { operator: "com.acme::Fancy", layers: 1 },
      ],
    });
    expect(report.totals["macs"]?.["total"]).toEqual({ value: 0, unit: "MAC", status: "at-least" });
    expect(report.diagnostics.map(({ message }) => message)).toContain(
      'com.acme::Fancy "f" (onnx com.acme::Fancy): no plugin translates the operator com.acme::Fancy',
    );
  });

  it("tell filled-in constants from weights", async () => {
    const constant = (out: string, values: readonly number[]): TestNode => ({
      op: "Constant",
      in: [],
      out: [out],
      attribute: [{ name: "value", type: 4, t: { dims: [values.length], dataType: 1, floatData: values } }],
    });
    const norm = (scale: readonly number[]): object =>
      graph({
        nodes: [constant("s", scale), constant("b", [0, 0]), { op: "InstanceNormalization", in: ["x", "s", "b"], out: ["y"] }],
        inputs: [value("x", [1, 2, 4])],
        outputs: ["y"],
      });
    expect((await analyze(norm([1, 1]))).totals["params"]?.["total"]?.value).toBe(0);
    expect((await analyze(norm([0.5, 2]))).totals["params"]?.["total"]?.value).toBe(2);
  });

  it("sit in modules by the exporter's metadata", async () => {
    const metadata = { "pkg.torch.onnx.name_scopes": "['', 'encoder', 'encoder.layer.0', 'relu']" };
    const report = await analyze(
      graph({ nodes: [{ op: "Relu", in: ["x"], out: ["y"], metadata }], inputs: [value("x", [1])], outputs: ["y"] }),
    );
    expect(report.layers[0]?.path).toEqual(["encoder", "layer.0"]);
  });

  it("warn of a missing or unknown operator set", async () => {
    const main = graph({ nodes: [{ op: "Relu", in: ["x"], out: ["y"] }], inputs: [value("x", [1])], outputs: ["y"] });
    const codes = async (opsetImport: readonly object[]): Promise<readonly string[]> =>
      (await analyze(main, { opsetImport })).diagnostics.map(({ code }) => code);
    expect(await codes([])).toEqual(["onnx-no-opset"]);
    expect(await codes([{ domain: "ai.onnx", version: 99_999 }])).toEqual(["onnx-opset"]);
    expect(await codes([{ domain: "", version: 21 }])).toEqual([]);
  });
});
