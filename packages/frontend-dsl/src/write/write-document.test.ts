import { buildModel, type Graph, type Layer, startGraph } from "@modelgauge/core";
import { describe, expect, it } from "vitest";
import { buildDsl, openDsl, typesByName } from "../../test/open-dsl.ts";
import { writeDocument } from "./write-document.ts";

/** What figures are made from: everything but the identity of tensors. */
function plain({ inputs, outputs, layers }: Graph): unknown {
  const layer = ({ description, bodies, ...others }: Layer): unknown => ({
    ...others,
    description,
    bodies: bodies.map(({ graph, ...body }) => ({ ...body, graph: plain(graph) })),
  });
  return { inputs, outputs, layers: layers.map(layer) };
}

async function again(graph: Graph): Promise<{ readonly text: string; readonly graph: Graph }> {
  const text = writeDocument(graph, typesByName);
  return { text, graph: buildModel(await openDsl(text), {}, typesByName).graph };
}

describe("a written document", () => {
  it("is formatted for reading", async () => {
    const { graph } = await buildDsl(`"name": "net", "inputs": [{ "name": "x", "shape": [1, 3, 8, 8] }], "layers": [
      { "type": "conv", "name": "stem", "filters": 4, "kernel": 3, "bias": true },
      { "name": "stage", "layers": [
        { "repeat": 2, "name": "\${i}", "path": [], "layers": [{ "type": "conv", "name": "conv", "filters": 4, "kernel": [1, 3] }, { "type": "add", "input": ["$previous", "$previous"] }] }
      ] },
      { "type": "linear", "units": 10, "weights": ["w"] }
    ], "tensors": [{ "name": "w", "shape": [10, 3], "dtype": "int8" }]`);
    expect(writeDocument(graph, typesByName, { description: "A test." })).toBe(`{
  "modelgauge": 1,
  "name": "net",
  "description": "A test.",
  "inputs": [{ "name": "x", "dtype": "float32", "shape": [1, 3, 8, 8] }],
  "layers": [
    { "type": "conv", "name": "stem", "filters": 4, "kernel": 3, "bias": true },
    {
      "path": ["stage"],
      "layers": [
        { "type": "conv", "name": "stage.0.conv", "filters": 4, "kernel": [1, 3] },
        { "type": "add", "name": "stage.0.add", "input": ["stage.0.conv", "stage.0.conv"] },
        { "type": "conv", "name": "stage.1.conv", "filters": 4, "kernel": [1, 3] },
        { "type": "add", "name": "stage.1.add", "input": ["stage.1.conv", "stage.1.conv"] }
      ]
    },
    { "type": "linear", "name": "linear", "units": 10, "weights": ["w"] }
  ],
  "outputs": ["linear"],
  "tensors": [{ "name": "w", "dtype": "int8", "shape": [10, 3] }]
}
`);
  });

  it("describes the same graph", async () => {
    const { graph } =
      await buildDsl(`"inputs": [{ "name": "x", "shape": [4, 4] }, { "name": "y", "dtype": "bool", "shape": [] }], "layers": [
      { "type": "linear", "name": "a", "input": "x", "units": 4, "precision": { "weights": "int8", "activations": "float16" }, "path": ["m", "n"] },
      { "type": "linear", "name": "b", "input": "x", "units": 4, "weights": "a2" },
      { "type": "linear", "name": "c", "units": 4, "weights": "a2", "status": "at-most" },
      { "type": "split", "sizes": [1, 3], "outputs": [null, "rest $\${x}"] },
      { "type": "scale", "name": "odd", "input": ["x", "k"], "attributes": { "outputs": 3 }, "origin": ["onnx", "Mul", "node 7"] },
      { "operator": "com.acme::Foo", "name": "foo", "input": ["x", null, "k"], "declared": [null, { "kind": "sequence", "element": { "shape": [2] } }], "path": ["m"] },
      { "type": "linear", "name": "lost", "input": "foo", "units": 2, "declared": [{ "shape": [1, 2] }] },
      { "type": "choose", "input": ["y", "x"], "bodies": [
        { "name": "then", "inputs": [{ "name": "v", "shape": [4] }], "layers": [{ "type": "add", "input": ["v", "k"] }], "outputs": ["add"], "alternative": true },
        { "name": "else", "path": [], "layers": [{ "type": "add", "input": ["b", "odd"] }], "outputs": ["add"], "runs": 3, "status": "at-least" }
      ], "path": ["m"] }
    ], "tensors": [{ "name": "k", "values": [1.5, "-Infinity", "NaN", -0.0], "dtype": "float32", "stored": false }], "outputs": ["rest $\${x}", "x"]`);
    const { text, graph: read } = await again(graph);
    expect(plain(read)).toEqual(plain(graph));
    expect((await again(read)).text).toBe(text);
  });

  it("shares what is shared, and tells tensors of one name apart", async () => {
    const { builder } = startGraph("", typesByName, {});
    const x = builder.input({ name: "x", dtype: "float32", shape: [2, 2] });
    const weight = builder.stored({ name: "x", dtype: "float32", shape: [2, 2], role: "weight" });
    const add = (name: string, input: typeof x): typeof x =>
      builder.layer({
        name,
        type: "linear",
        attributes: { units: 2 },
        inputs: [input],
        weights: [weight],
        outputs: [""],
        origin: { format: "dsl", operator: "linear", name },
      })[0]!;
    const graph = builder.finish([add("b", add("a", x))]);
    const { text, graph: read } = await again(graph);
    expect(read.layers[0]!.weights[0]).toBe(read.layers[1]!.weights[0]);
    expect(text).toContain('"tensors": [{ "name": "x#2", "dtype": "float32", "shape": [2, 2] }]');
    expect(text).toContain('"outputs": ["tensor#2"]');
  });

  it("refuses what nothing produces", async () => {
    const { graph } = await buildDsl(`"inputs": [{ "name": "x", "shape": [2] }], "layers": [{ "type": "add" }]`);
    expect(() => writeDocument({ ...graph, inputs: [] }, typesByName)).toThrow('nothing produces the tensor "x"');
  });
});
