import { describe, expect, it } from "vitest";
import type { AttributeSchema } from "../describe/attribute-schema.ts";
import type { Bindings } from "../describe/bindings.ts";
import type { DeclaredInput } from "../describe/declared.ts";
import { defineLayerType, type LayerType } from "../describe/layer-type.ts";
import { check } from "../error/check.ts";
import { product, type Shape } from "../ir/shape.ts";
import type { Tensor } from "../ir/tensor.ts";
import { isTensorType } from "../ir/value-type.ts";
import { layerTraffic } from "../metric/traffic.ts";
import { buildModel, type BuiltModel } from "./build-model.ts";
import type { Model } from "./model.ts";

const sizes: AttributeSchema<{ readonly shape: Shape }> = {
  "~standard": { version: 1, vendor: "test", validate: (value) => ({ value: value as { readonly shape: Shape } }) },
};

/** […, 4] · [4, 4] */
const dense = defineLayerType({
  type: "dense",
  attributes: sizes,
  inputs: { x: "tensor" },
  describe: ({ inputs: { x } }) => ({
    outputs: [{ dtype: x.dtype, shape: x.shape }],
    work: { mac: product(x.shape) * 4 },
    products: [{ count: 1, rows: product(x.shape) / 4, columns: 4, depth: 4 }],
  }),
});

/** Elements times one another: the square of their number, whatever the batch. */
const pairs = defineLayerType({
  type: "pairs",
  attributes: sizes,
  inputs: { x: "tensor" },
  describe: ({ inputs: { x } }) => ({ outputs: [{ dtype: x.dtype, shape: x.shape }], work: { mac: product(x.shape) ** 2 } }),
});

const reshape = defineLayerType({
  type: "reshape",
  attributes: sizes,
  inputs: { x: "tensor" },
  describe({ attributes: { shape }, inputs: { x } }) {
    check(product(shape) === product(x.shape), `${product(x.shape)} elements do not fit into ${product(shape)}`);
    return { outputs: [{ dtype: x.dtype, shape }], work: {}, aliases: [{ output: 0, input: 0, kind: "view" }] };
  },
});

type Step = readonly [type: string, shape?: Shape];

function model(inputs: readonly DeclaredInput[], steps: readonly Step[]): Model {
  return {
    name: "net",
    format: "test",
    inputs,
    build(builder) {
      const weight = builder.stored({ name: "w", dtype: "float32", shape: [4, 4], role: "weight" });
      let [x] = inputs.map((input) => builder.input(input)) as [Tensor, ...Tensor[]];
      steps.forEach(([type, shape = []], index) => {
        const name = `l${index}`;
        const weights = type === "dense" ? [weight] : [];
        const origin = { format: "test", operator: type, name };
        [x] = builder.layer({ type, name, attributes: { shape }, inputs: [x], weights, outputs: [name], origin }) as [Tensor];
      });
      return builder.finish([x]);
    },
  };
}

const types = new Map<string, LayerType>([dense, pairs, reshape].map((type) => [type.type, type]));
const build = (of: Model, bindings: Bindings): BuiltModel => buildModel(of, bindings, types);
const shapeOf = ({ type }: Tensor): Shape | undefined => (type !== undefined && isTensorType(type) ? type.shape : undefined);
const macs = ({ graph }: BuiltModel): number => graph.layers.reduce((sum, { description }) => sum + (description?.work.mac ?? 0), 0);
const codes = ({ diagnostics }: BuiltModel): readonly string[] => diagnostics.map(({ code }) => code);

const image: DeclaredInput = { name: "image", dtype: "float32", shape: [2, 3, 4] };

describe("a number for batch", () => {
  it("is for the dim of that name, where there is one", () => {
    const built = build(model([{ ...image, shape: [2, "batch"] }], []), { dims: { batch: 8 } });
    expect([built.graph.inputs.map(shapeOf), built.bound, built.diagnostics]).toEqual([[[2, 8]], { batch: 8 }, []]);
  });

  it("is for the first size of the first input otherwise, and of those that begin alike", () => {
    const other: DeclaredInput = { name: "mask", dtype: "bool", shape: [2] };
    const step: DeclaredInput = { name: "step", dtype: "int64", shape: [] };
    const built = build(model([image, other, step, { ...step, name: "size", shape: [3] }], [["dense"]]), { dims: { batch: 8 } });
    expect(built.graph.inputs.map(shapeOf)).toEqual([[8, 3, 4], [8], [], [3]]);
    expect(built.bound).toEqual({ batch: 8 });
    expect(built.diagnostics).toEqual([
      {
        severity: "info",
        code: "assumed-batch",
        message: 'no dim is called "batch": it is taken to be the first of input "image", which is 2 in the file',
      },
    ]);
  });

  it("is for a first dim of another name, or of none", () => {
    const named = build(model([{ ...image, shape: ["n", 4] }], []), { dims: { batch: 8 } });
    expect([named.graph.inputs.map(shapeOf), named.bound, codes(named)]).toEqual([[[8, 4]], { n: 8 }, ["assumed-batch"]]);
    const open = build(model([{ ...image, shape: [undefined, 4] }], []), { dims: { batch: 8 } });
    expect([open.graph.inputs.map(shapeOf), open.bound, codes(open)]).toEqual([[[8, 4]], { batch: 8 }, ["assumed-batch"]]);
  });

  it("is for nothing where the caller gives the first input's shape, the file one that does not divide it, or there is none", () => {
    const given = build(model([image], []), { dims: { batch: 8 }, inputs: { image: { shape: [1, 4] } } });
    expect([given.graph.inputs.map(shapeOf), codes(given)]).toEqual([[[1, 4]], ["unknown-dim"]]);
    for (const batch of [0, 1, 3]) {
      const { graph, diagnostics } = build(model([image], []), { dims: { batch } }); // of which 2 are in the file
      expect([graph.inputs.map(shapeOf), diagnostics]).toEqual([
        [[2, 3, 4]],
        [{ severity: "warning", code: "unknown-dim", message: 'the model has no dim "batch"' }],
      ]);
    }
    const scalar = build(model([{ ...image, shape: [] }], []), { dims: { batch: 8 } });
    expect([scalar.graph.inputs.map(shapeOf), codes(scalar)]).toEqual([[[]], ["unknown-dim"]]);
  });
});

describe("names in place of fixed sizes", () => {
  it("are bound like those of the file", () => {
    const { graph, bound } = build(model([image], []), { dims: { size: 7 }, inputs: { image: { shape: ["n", 3, "size", "size"] } } });
    expect([graph.inputs.map(shapeOf), bound]).toEqual([[[1, 3, 7, 7]], { n: 1, size: 7 }]);
  });
});

describe("a batch that the file fixes in its layers too", () => {
  const folded = model([image], [["dense"], ["reshape", [3, 2, 4]], ["dense"]]);

  it("is as many copies side by side, which share the weights", () => {
    const one = build(folded, {});
    const built = build(folded, { inputs: { image: { shape: [8, 3, 4] } } }); // four times two images
    expect(macs(one)).toBe(192); // 2 · (2 · 3 · 4 · 4)
    expect(macs(built)).toBe(4 * 192);
    expect(built.graph.inputs.map(shapeOf)).toEqual([[8, 3, 4]]);
    expect(built.graph.layers.map(({ outputs }) => shapeOf(outputs[0]!))).toEqual([
      [8, 3, 4],
      [4, 3, 2, 4], // 3 is no batch: four copies of it
      [4, 3, 2, 4],
    ]);
    expect(built.graph.layers[0]!.description!.products).toEqual([{ count: 1, rows: 24, columns: 4, depth: 4 }]); // 4 · 6 rows
    const [{ weights, read, write }] = built.graph.layers.map(layerTraffic) as [ReturnType<typeof layerTraffic>];
    expect([weights.value, read.value, write.value]).toEqual([64, 384, 384]); // 16 · 4; 8 · 3 · 4 · 4
    expect(built.diagnostics).toEqual([
      {
        severity: "info",
        code: "batch-of-copies",
        message:
          'the file fixes a batch of 2 in its layers too (reshape "l1" (test reshape): 96 elements do not fit into 24): counted as 4 copies side by side, which share the weights',
      },
    ]);
  });

  it("is so by name as well", () => {
    const built = build(folded, { dims: { batch: 8 } });
    expect([macs(built), built.bound, codes(built)]).toEqual([4 * 192, { batch: 8 }, ["assumed-batch", "batch-of-copies"]]);
  });

  it.each<[string, Bindings]>([
    ["no multiple", { inputs: { image: { shape: [3, 3, 4] } } }],
    ["a smaller batch", { inputs: { image: { shape: [1, 3, 4] } } }],
    ["another size too", { inputs: { image: { shape: [8, 3, 8] } } }],
    ["another rank", { inputs: { image: { shape: [8, 12] } } }],
    ["no size", { inputs: { image: { shape: ["n", 3, 4] } }, dims: { n: 5 } }],
  ])("is an error at %s", (_, bindings) => {
    expect(() => build(folded, bindings)).toThrow(/reshape "l1" .* elements do not fit into 24/);
  });

  it("is an error where only one of the inputs that have it grows", () => {
    const two = model([image, { ...image, name: "other" }], [["reshape", [24]]]);
    expect(() => build(two, { inputs: { image: { shape: [8, 3, 4] } } })).toThrow("96 elements do not fit into 24");
    expect(macs(build(two, { inputs: { image: { shape: [8, 3, 4] }, other: { shape: [8, 3, 4] } } }))).toBe(0);
  });

  it("is an error where the network is wrong at its own batch", () => {
    expect(() => build(model([image], [["reshape", [5]]]), { dims: { batch: 4 } })).toThrow("24 elements do not fit into 5");
  });

  it("is told where the work does not grow with it", () => {
    const built = build(model([image], [["pairs"]]), { dims: { batch: 4 } });
    expect(macs(built)).toBe(48 ** 2);
    expect(built.diagnostics[1]).toEqual({
      severity: "warning",
      code: "uneven-batch",
      message:
        "at 2 times the batch of 2 that the file fixes, the network does 4 times the MACs: the file may fix the batch in its layers too",
    });
  });
});

it("says which sizes were assumed where something does not fit", () => {
  const open = model([{ ...image, shape: ["n", undefined, 4] }], [["reshape", [24]]]);
  expect(() => build(open, {})).toThrow(
    expect.objectContaining({
      message: 'reshape "l0" (test reshape): 4 elements do not fit into 24',
      hint: 'dim "n" of input "image" is not bound: taken as 1; dim 1 of input "image" is open in the file: taken as 1: give sizes by --dim or --input',
    }),
  );
  expect(() => build(model([image], [["reshape", [5]]]), {})).toThrow(expect.objectContaining({ hint: undefined }));
});

it("refuses precisions that hold no numbers", () => {
  const of =
    (precision: Bindings["precision"]): (() => unknown) =>
    () =>
      build(model([image], []), { ...(precision && { precision }) });
  expect(of({ weights: "string" })).toThrow(
    expect.objectContaining({ code: "invalid-precision", message: 'numbers cannot be held as "string"' }),
  );
  expect(of({ layers: [{ pattern: "*", activations: "fp16" as "float16" }] })).toThrow('numbers cannot be held as "fp16"');
});
