import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bytesSource, ModelGaugeError } from "@modelgauge/core";
import { createGauge } from "@modelgauge/host";
import fc from "fast-check";
import onnxProto from "onnx-proto";
import { describe, expect, it } from "vitest";
import { defaultPlugins } from "modelgauge";

/** How long each target runs; more by hand: MODELGAUGE_FUZZ_SECONDS=600 pnpm exec vitest run fuzz. A failure prints the seed. */
const seconds = Number(process.env["MODELGAUGE_FUZZ_SECONDS"] ?? "3");
const limits = { numRuns: 1e9, interruptAfterTimeLimit: seconds * 1000 };
const timeout = (seconds + 60) * 1000;

/** The longest that one small model may take. */
const SLOWEST_MS = 5_000;

const gauge = createGauge({ plugins: defaultPlugins });
const resnet = new Uint8Array(readFileSync(join(import.meta.dirname, "../../demo/resnet18.onnx")));

/** Analyses a model; anything but a report or a ModelGaugeError of one line is a fault. */
async function survive(model: Uint8Array | object): Promise<void> {
  const start = performance.now();
  try {
    const report = await gauge.analyze(model instanceof Uint8Array ? bytesSource(model, "fuzz.onnx") : model);
    for (const { value, status } of Object.values(report.totals).flatMap((figures) => Object.values(figures))) {
      expect(value === null ? status === "unknown" : Number.isFinite(value) && value >= 0).toBe(true);
    }
    gauge.render(report, "markdown");
  } catch (error) {
    if (!(error instanceof ModelGaugeError)) throw error;
    expect(error.message).not.toContain("\n");
  }
  expect(performance.now() - start).toBeLessThan(SLOWEST_MS);
}

/** A place in a file, as a share of its length, and what happens there. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  kind: fc.constantFrom("set", "insert", "delete", "copy"),
  byte: fc.nat(255),
  length: fc.integer({ min: 1, max: 40 }),
});

function edited(
  bytes: Uint8Array,
  edits: readonly { readonly at: number; readonly kind: string; readonly byte: number; readonly length: number }[],
): Uint8Array {
  let result = [...bytes];
  for (const { at, kind, byte, length } of edits) {
    const place = Math.floor(at * result.length);
    if (kind === "set") result[place] = byte;
    if (kind === "insert") result.splice(place, 0, byte);
    if (kind === "delete") result.splice(place, length);
    if (kind === "copy") result = [...result.slice(0, place), ...result.slice(place, place + length), ...result.slice(place)];
  }
  return Uint8Array.from(result);
}

const SIZES = [-1, 0, 1, 2, 3, 7, 2 ** 31, 2 ** 53, -(2 ** 62)];
const OPERATORS = [
  ..."Conv ConvTranspose Gemm MatMul Add Reshape Flatten Squeeze Unsqueeze Transpose Concat Split Slice Gather Pad Tile Expand Shape".split(
    " ",
  ),
  ..."MaxPool AveragePool GlobalAveragePool BatchNormalization LayerNormalization Softmax Resize LSTM Attention Einsum TopK NonZero".split(
    " ",
  ),
  ..."Where Cast ConstantOfShape Range ReduceSum ArgMax If Loop Scan OneHot CumSum GatherND ScatterND DepthToSpace QuantizeLinear Nonsense".split(
    " ",
  ),
];
const ATTRIBUTES =
  "axis axes kernel_shape strides pads dilations group perm to shape blocksize keepdims k equation num_outputs split hidden_size".split(
    " ",
  );

const attribute = fc.record({
  name: fc.constantFrom(...ATTRIBUTES),
  value: fc.oneof(fc.constantFrom(...SIZES), fc.array(fc.constantFrom(...SIZES), { maxLength: 6 }), fc.string({ maxLength: 12 })),
});

/** A chain or tangle of nodes over a few names. */
const nodes = fc.array(
  fc.record({
    operator: fc.constantFrom(...OPERATORS),
    inputs: fc.array(fc.constantFrom("x", "w", "s", "a", "b", "c", ""), { maxLength: 5 }),
    outputs: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "y"), { minLength: 1, maxLength: 3 }),
    attributes: fc.array(attribute, { maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 6 },
);

function modelOf(
  list: readonly {
    readonly operator: string;
    readonly inputs: readonly string[];
    readonly outputs: readonly string[];
    readonly attributes: readonly { readonly name: string; readonly value: unknown }[];
  }[],
  dims: readonly number[],
  values: readonly number[],
): object {
  const { INT, INTS, STRING } = onnxProto.onnx.AttributeProto.AttributeType;
  const written = new Set<string>();
  const node = list.map(({ operator, inputs, outputs, attributes }) => {
    const output = outputs.filter((name) => !written.has(name));
    for (const name of output) written.add(name);
    const attributeProto = attributes.map(({ name, value }) =>
      typeof value === "number"
        ? { name, type: INT, i: value }
        : Array.isArray(value)
          ? { name, type: INTS, ints: value }
          : { name, type: STRING, s: new TextEncoder().encode(String(value)) },
    );
    return { opType: operator, input: inputs, output, attribute: attributeProto };
  });
  const tensorType = { elemType: 1, shape: { dim: dims.map((dimValue) => ({ dimValue })) } };
  return {
    irVersion: 8,
    opsetImport: [{ domain: "", version: 18 }],
    graph: {
      name: "fuzz",
      node,
      input: [{ name: "x", type: { tensorType } }],
      output: [...written].map((name) => ({ name })),
      initializer: [
        { name: "w", dataType: 1, dims: [4, 3, 3, 3], rawData: new Uint8Array(432) },
        { name: "s", dataType: 7, dims: [values.length], int64Data: values },
      ],
    },
  };
}

describe("fuzzing", () => {
  it("survives any edit of a file's bytes", { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => survive(edited(resnet, edits))),
      limits,
    );
  });

  it("survives any graph, whatever its operators, sizes and attributes", { timeout }, async () => {
    const size = fc.oneof(fc.nat(9), fc.constantFrom(...SIZES));
    await fc.assert(
      fc.asyncProperty(
        nodes,
        fc.array(size, { maxLength: 5 }),
        fc.array(fc.constantFrom(...SIZES), { maxLength: 5 }),
        (list, dims, values) => survive(modelOf(list, dims, values)),
      ),
      limits,
    );
  });
});
