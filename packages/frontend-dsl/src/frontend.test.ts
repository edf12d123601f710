import { isTensorType } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { buildDsl, layersOf, openDsl } from "../test/open-dsl.ts";
import { dslFrontend } from "./frontend.ts";

const image = `"inputs": [{ "name": "x", "shape": [1, 3, 8, 8] }]`;

/** Shapes of the layers' first outputs, by name. */
async function shapes(parts: string, bindings = {}, files = {}): Promise<Readonly<Record<string, string>>> {
  const { graph } = await buildDsl(parts, bindings, files);
  return Object.fromEntries(
    graph.layers.map(({ name, outputs }) => {
      const type = outputs[0]?.type;
      return [name, type !== undefined && isTensorType(type) ? type.shape.join("×") : "unknown"];
    }),
  );
}

describe("a document", () => {
  it("is a list of layers, each of which takes what the one before gives", async () => {
    const built = await buildDsl(
      `"name": "net", ${image}, "layers": [{ "type": "conv", "filters": 4, "kernel": 3, "bias": true }, { "type": "activation", "function": "relu" },]`,
    );
    expect(built.graph).toMatchObject({ name: "net", outputs: [{ name: "activation" }] });
    const { conv } = layersOf(built);
    expect(conv).toMatchObject({
      origin: { format: "dsl", operator: "conv", name: "conv" },
      attributes: { filters: 4, kernel: [3, 3], groups: 1, bias: true },
      description: { work: { mac: 3888, add: 144 } }, // 4 · 6 · 6 · 3 · 3 · 3; 4 · 6 · 6
    });
    expect(conv!.weights).toMatchObject([
      { name: "conv.weight", role: "weight", type: { dtype: "float32", shape: [4, 3, 3, 3] }, stored: true },
      { name: "conv.bias", role: "bias", type: { shape: [4] } },
    ]);
  });

  it("names layers after their types, and does not take names that come later", async () => {
    const parts = `${image}, "layers": [${[`{ "type": "add" }`, `{ "type": "add", "name": "add-2" }`, `{ "type": "add" }`].join()}]`;
    expect(Object.keys(await shapes(parts))).toEqual(["add", "add-2", "add-3"]);
  });

  it("refers to inputs, layers, outputs and what was before", async () => {
    const { graph } = await buildDsl(`${image}, "layers": [
      { "type": "split", "name": "parts", "axis": 1, "sizes": [1, 2] },
      { "type": "activation", "function": "relu", "name": "second", "input": "parts:1" },
      { "type": "add", "input": ["$previous", "parts"] },
      { "type": "scale", "name": "scaled", "input": { "factor": "second", "x": "x" } },
      { "type": "scale", "input": ["x", null] },
      { "type": "split", "axis": 1, "sizes": [1, 2], "outputs": ["one", null] },
      { "type": "fill", "name": "filled", "shape": [2] }
    ], "outputs": ["one", "scaled", "filled"]`);
    const inputs = graph.layers.map((layer) => layer.inputs.map((tensor) => tensor?.name));
    expect(inputs).toEqual([["x"], ["parts:1"], ["second", "parts"], ["x", "second"], ["x"], ["scale"], []]);
    expect(graph.outputs.map(({ name }) => name)).toEqual(["one", "scaled", "filled"]);
  });

  it("takes attributes apart where their names are words of the language", async () => {
    const { graph } = await buildDsl(`${image}, "layers": [{ "type": "scale", "attributes": { "by": 2, "outputs": 3 } }]`);
    expect(graph.layers[0]!.attributes).toEqual({ by: 2, outputs: 3 });
  });
});

describe("parameters and dims", () => {
  const parts = `"parameters": { "width": "\${2 * half}", "half": 4 }`;
  const net = `${parts}, "inputs": [{ "name": "x", "shape": ["batch", "half"] }], "layers": [{ "type": "linear", "units": "\${width + batch}" }]`;

  it("are numbers that the caller may set", async () => {
    expect(await shapes(net)).toEqual({ linear: "1×9" }); // 2 · 4 + 1
    expect(await shapes(net, { dims: { batch: 3, half: 5 } })).toEqual({ linear: "3×13" });
    expect(await shapes(net, { dims: { width: 7 } })).toEqual({ linear: "1×8" });
    expect(await shapes(net, { inputs: { x: { shape: [2, 6] } } })).toEqual({ linear: "2×14" });
    expect((await buildDsl(net, { dims: { batch: 3 } })).bound).toEqual({ batch: 3, half: 4 });
    expect((await openDsl(`{ "modelgauge": 1, ${net} }`)).inputs).toEqual([{ name: "x", dtype: "float32", shape: ["batch", "half"] }]);
  });

  it("say where the user must give one", async () => {
    const open = `"parameters": { "units": null }, ${image}, "layers": [{ "type": "linear", "units": "\${units}" }]`;
    await expect(buildDsl(open)).rejects.toThrow('"units" has no value: give it one, --dim units=…');
    expect(await shapes(open, { dims: { units: 2 } })).toEqual({ linear: "1×3×8×2" });
  });
});

describe("blocks, groups and repetitions", () => {
  it("make a residual network", async () => {
    const built = await shapes(`${image}, "blocks": {
      "residual": { "parameters": { "filters": null }, "layers": [
        { "type": "conv", "name": "conv", "filters": "\${filters}", "kernel": 1 },
        { "when": "\${size('$input', 1) != filters}", "type": "conv", "name": "shortcut", "input": "$input", "filters": "\${filters}", "kernel": 1 },
        { "type": "add", "input": ["conv", "shortcut"] }
      ] }
    }, "layers": [
      { "repeat": [{ "filters": 4 }, { "filters": 8 }], "name": "stage\${i}", "layers": [
        { "repeat": 2, "index": "j", "name": "\${j}", "block": "residual", "filters": "\${filters}" }
      ] }
    ]`);
    expect(built).toEqual({
      "stage0.0.conv": "1×4×8×8",
      "stage0.0.shortcut": "1×4×8×8",
      "stage0.0.add": "1×4×8×8",
      "stage0.1.conv": "1×4×8×8",
      "stage0.1.add": "1×4×8×8",
      "stage1.0.conv": "1×8×8×8",
      "stage1.0.shortcut": "1×8×8×8",
      "stage1.0.add": "1×8×8×8",
      "stage1.1.conv": "1×8×8×8",
      "stage1.1.add": "1×8×8×8",
    });
  });

  it("are modules", async () => {
    const { graph } = await buildDsl(`${image}, "blocks": { "b": { "layers": [{ "type": "add" }] } }, "layers": [
      { "name": "encoder", "layers": [{ "block": "b", "name": "layer.0" }, { "path": ["tail", "end"], "layers": [{ "type": "add" }] }] }
    ]`);
    expect(graph.layers.map(({ path }) => path)).toEqual([
      ["encoder", "layer.0"],
      ["encoder", "tail", "end"],
    ]);
  });

  it("let what is inside be named from outside", async () => {
    const { graph } = await buildDsl(`${image}, "layers": [
      { "repeat": 2, "name": "down\${i}", "layers": [{ "type": "activation", "name": "skip", "function": "relu" }, { "type": "split", "axis": 2, "sizes": ["\${4 // 2 ** i}", "\${4 // 2 ** i}"] }] },
      { "type": "add", "name": "out", "input": [{ "repeat": 1, "name": "down\${1 - i}.skip" }, "down1.skip"] },
      { "type": "add", "input": "down0.split:1" }
    ]`);
    const read = graph.layers.slice(-2).map(({ inputs }) => inputs.map((tensor) => tensor?.name));
    expect(read).toEqual([["down1.skip", "down1.skip"], ["down0.split:1"]]);
  });

  it("take and give several tensors", async () => {
    const { graph } = await buildDsl(`"inputs": [{ "repeat": 2, "name": "x\${i}", "shape": [4] }], "blocks": {
      "swap": { "inputs": ["a", "b"], "layers": [], "outputs": ["b", "a"] },
      "both": { "inputs": ["a", "mask"], "layers": [{ "type": "scale", "input": ["a", "mask"] }] }
    }, "layers": [
      { "repeat": 3, "block": "swap", "name": "s\${i}", "input": ["x0", "x1"] },
      { "block": "both", "name": "masked" },
      { "block": "both", "name": "bare", "input": ["x0", null] },
      { "repeat": 3, "name": "expert\${i}", "type": "linear", "input": "x0", "units": 2 }
    ], "outputs": ["masked", { "repeat": 3, "name": "expert\${i}" }]`);
    expect(graph.layers.map(({ name, inputs }) => [name, ...inputs.map((tensor) => tensor?.name)])).toEqual([
      ["masked.scale", "x1", "x0"],
      ["bare.scale", "x0"],
      ["expert0", "x0"],
      ["expert1", "x0"],
      ["expert2", "x0"],
    ]);
    expect(graph.outputs.map(({ name }) => name)).toEqual(["masked.scale", "expert0", "expert1", "expert2"]);
  });

  it("pass their input through where they are left out", async () => {
    const { graph } = await buildDsl(`${image}, "layers": [
      { "when": false, "type": "add", "name": "gone", "input": ["x", "x"] },
      { "repeat": 0, "name": "none", "layers": [{ "type": "add" }] },
      { "type": "add", "input": ["gone", "none"] }
    ]`);
    expect(graph.layers.map(({ inputs }) => inputs.map((tensor) => tensor?.name))).toEqual([["x", "x"]]);
  });

  it("come from other files", async () => {
    const files = {
      "blocks/wide.json": `{ "modelgauge": 1, "parameters": { "units": 5 }, "imports": { "inner": "../inner.json#dense" }, "blocks": { "wide": { "layers": [{ "block": "inner", "units": "\${2 * units}" }] } } }`,
      "inner.json": `{ "modelgauge": 1, "blocks": { "dense": { "parameters": { "units": null }, "layers": [{ "type": "linear", "name": "linear", "units": "\${units}" }] } } }`,
    };
    const parts = `${image}, "parameters": { "units": 3 }, "imports": { "w": "blocks/wide.json#wide" }, "layers": [{ "block": "w" }]`;
    expect(await shapes(parts, {}, files)).toEqual({ "w.inner.linear": "1×3×8×10" }); // its own file's 5, twice
  });
});

describe("weights", () => {
  it("are shared by name", async () => {
    const built = await buildDsl(`"inputs": [{ "name": "x", "shape": [4, 4] }], "layers": [
      { "type": "linear", "name": "a", "units": 4, "bias": true },
      { "type": "linear", "name": "b", "units": 4, "bias": true, "weights": "a" },
      { "type": "linear", "name": "c", "units": 4, "bias": true, "weights": { "weight": "table" } },
      { "type": "linear", "name": "d", "units": 4, "weights": "tied" },
      { "type": "linear", "name": "e", "units": 4, "weights": "tied" },
      { "type": "add", "input": ["$previous", "table"] }
    ], "tensors": [{ "name": "table", "shape": [4, 4] }]`);
    const { a, b, c, d, e, add } = layersOf(built);
    expect(b!.weights[0]).toBe(a!.weights[0]);
    expect(b!.weights[1]).toBe(a!.weights[1]);
    expect(c!.weights[0]).toBe(add!.inputs[1]);
    expect(c!.weights[1]).not.toBe(a!.weights[1]);
    expect(d!.weights).toEqual(e!.weights);
    expect(d!.weights[0]).toBe(e!.weights[0]);
    expect(built.diagnostics).toEqual([]);
  });

  it("are shared under any precision, and refused where they do not fit", async () => {
    const parts = `"inputs": [{ "name": "x", "shape": [2, 4] }], "precision": { "weights": "int8" }, "tensors": [{ "name": "table", "shape": [4, 4] }], "layers": [
      { "type": "linear", "name": "a", "units": 4, "weights": { "weight": "table" } },
      { "type": "linear", "name": "b", "units": 4 },
      { "type": "linear", "name": "c", "units": 4, "weights": "b" }
    ]`;
    const { a, b, c } = layersOf(await buildDsl(parts, { precision: { activations: "float16" } }));
    expect(a!.weights[0]).toMatchObject({ name: "table", type: { dtype: "float32" }, bytes: 16 });
    expect(c!.weights[0]).toBe(b!.weights[0]);
    await expect(buildDsl(parts.replace('"units": 4, "weights": "b"', '"units": 5, "weights": "b"'))).rejects.toThrow(
      'linear "c" (line 4) shares "b.weight" of linear "b" (line 3), which is int8 4×4, and needs int8 5×4',
    );
    await expect(buildDsl(parts.replace('"name": "a", "units": 4', '"name": "a", "units": 3'))).rejects.toThrow(
      'linear "a" (line 2) shares "table", which is 4×4, and needs 3×4',
    );
  });

  it("that only one layer names are told", async () => {
    const { diagnostics } = await buildDsl(`${image}, "layers": [{ "type": "linear", "name": "a", "units": 4, "weights": "teid" }]`);
    expect(diagnostics).toEqual([
      {
        severity: "warning",
        code: "unshared-weights",
        message: 'linear "a" (line 1) names its weights "teid", which no other layer does',
        layer: "a",
      },
    ]);
  });

  it("are listed where they are others than the type would have", async () => {
    const { graph } = await buildDsl(`${image}, "layers": [{ "type": "linear", "units": 4, "weights": ["w", "zero"] }], "tensors": [
      { "name": "w", "dtype": "int8", "shape": [8, 4], "bytes": 40 }, { "name": "zero", "dtype": "int64", "values": [1, "9223372036854775807"] }
    ]`);
    expect(graph.layers[0]!.weights).toMatchObject([
      { role: "weight", type: { dtype: "int8", shape: [8, 4] }, bytes: 40 },
      { role: "constant", type: { dtype: "int64", shape: [2] }, values: [1, 9223372036854775807n] },
    ]);
  });
});

describe("precision", () => {
  it("is what is nearest to the layer", async () => {
    const built = await buildDsl(`${image}, "precision": { "weights": "float16" }, "layers": [
      { "type": "linear", "name": "a", "units": 4 },
      { "name": "g", "precision": { "activations": "bfloat16" }, "layers": [{ "type": "linear", "name": "b", "units": 4, "precision": { "weights": "int8" } }] },
      { "type": "linear", "name": "c", "units": 4 }
    ]`);
    const types = built.graph.layers.map(({ weights, outputs }) =>
      [weights[0]?.type, outputs[0]?.type].map((type) => (type && isTensorType(type) ? type.dtype : "")),
    );
    expect(types).toEqual([
      ["float16", "float32"],
      ["int8", "bfloat16"],
      ["float16", "bfloat16"],
    ]);
  });

  it("gives way to the caller's, which replaces floats alone", async () => {
    const parts = `${image}, "layers": [{ "type": "linear", "units": 4, "precision": { "weights": "int8", "activations": "float16" } }]`;
    const { graph } = await buildDsl(parts, { precision: { weights: "float64", activations: "int4" } });
    expect(graph.layers[0]).toMatchObject({
      weights: [{ type: { dtype: "int8" } }],
      outputs: [{ type: { dtype: "float16" }, held: "int4" }],
    });
  });

  it("of weights is the document's dtype, or that of its first floating-point input", async () => {
    const layers = `"layers": [{ "type": "linear", "units": 2 }]`;
    const dtypeOf = async (parts: string): Promise<unknown> => (await buildDsl(`${parts}, ${layers}`)).graph.layers[0]!.weights[0]!.type;
    expect(await dtypeOf(`"inputs": [{ "name": "x", "dtype": "float16", "shape": [3] }]`)).toMatchObject({ dtype: "float16" });
    expect(await dtypeOf(`"inputs": [{ "name": "x", "dtype": "int64", "shape": [3] }]`)).toMatchObject({ dtype: "float32" });
    expect(await dtypeOf(`"dtype": "bfloat16", "inputs": [{ "name": "x", "shape": [3] }]`)).toMatchObject({ dtype: "bfloat16" });
  });
});

describe("what no layer type describes", () => {
  it("keeps what is declared", async () => {
    const { graph, diagnostics } = await buildDsl(`${image}, "layers": [
      { "operator": "com.acme::Foo", "name": "foo", "declared": [{ "shape": [1, 4] }, null] },
      { "type": "linear", "name": "after", "units": 2 },
      { "type": "linear", "name": "lost", "input": "foo:1", "units": 2, "declared": [{ "shape": [1, 2] }] }
    ]`);
    expect(graph.layers.map(({ type, description, outputs }) => [type, description === undefined, outputs.length])).toEqual([
      ["com.acme::Foo", true, 2],
      ["linear", false, 1],
      ["linear", true, 1],
    ]);
    expect(diagnostics.map(({ code, layer }) => [code, layer])).toEqual([["undescribed-layer", "foo"]]);
  });

  it("runs bodies", async () => {
    const { graph } = await buildDsl(`"inputs": [{ "name": "x", "shape": [4] }, { "name": "c", "dtype": "bool", "shape": [] }], "layers": [
      { "type": "choose", "input": ["c", "x"], "bodies": [
        { "name": "then", "inputs": [{ "name": "y", "shape": [4] }], "layers": [{ "type": "add", "input": ["y", "x"] }], "outputs": ["add"], "alternative": true },
        { "name": "else", "layers": [], "outputs": ["x"], "runs": 3, "status": "at-least" }
      ] }
    ]`);
    expect(graph.layers[0]).toMatchObject({
      outputs: [{ type: { shape: [4] }, status: "at-most" }],
      bodies: [
        { name: "then", runs: 1, alternative: true, graph: { layers: [{ name: "add" }] } },
        { name: "else", runs: 3, status: "at-least", alternative: false, graph: { layers: [] } },
      ],
    });
  });
});

describe("the frontend", () => {
  const frontend = dslFrontend([]);
  const recognised = (text: string): boolean => frontend.recognises(new TextEncoder().encode(text), "a.json");

  it("knows documents by their first property", () => {
    expect(recognised('// a network\n{ "name": "x", "metadata": { "modelgauge": 2 }, "modelgauge": 1')).toBe(true);
    expect(recognised('{ "metadata": { "modelgauge": 1 } }')).toBe(false);
    expect(recognised('{ "format": "modelgauge" }')).toBe(false);
    expect(recognised('["modelgauge"]')).toBe(false);
    expect(recognised("\u0008\u0007modelgauge")).toBe(false);
    expect(recognised("")).toBe(false);
  });

  it("opens documents that a program makes", async () => {
    expect(frontend.objects!.recognises({ modelgauge: 1 })).toBe(true);
    expect(frontend.objects!.recognises({ graph: {} })).toBe(false);
    const wrong = { modelgauge: 1, layers: [{ type: "a" }, { repeat: 2, layers: 3 }] };
    await expect(frontend.objects!.open(wrong)).rejects.toMatchObject({
      message: 'in-memory model: layers[0].type: unknown layer type "a"',
      further: ["in-memory model: layers[1].layers: found 3, expected a list of objects"],
    });
  });
});
