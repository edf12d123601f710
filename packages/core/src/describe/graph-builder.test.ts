import { describe, expect, it } from "vitest";
import { check } from "../error/check.ts";
import { ModelGaugeError } from "../error/model-gauge-error.ts";
import type { Tensor } from "../ir/tensor.ts";
import { bytesIn } from "../metric/tensor-size.ts";
import type { Bindings } from "./bindings.ts";
import { type GraphBuilder, startGraph } from "./graph-builder.ts";
import type { LayerRequest } from "./layer-request.ts";
import { LAYER_LIMIT, VALUES_IN_ALL, VALUES_LIMIT } from "./limits.ts";
import type { AttributeSchema } from "./attribute-schema.ts";
import { defineLayerType, type LayerType } from "./layer-type.ts";

const factorSchema: AttributeSchema<{ readonly factor: number }> = {
  "~standard": {
    version: 1,
    vendor: "test",
    validate: (value) => {
      const { factor = 1 } = value as { readonly factor?: unknown };
      return typeof factor === "number" ? { value: { factor } } : { issues: [{ message: "must be a number", path: ["factor"] }] };
    },
  },
};

/** Every element times a factor. */
const scale = defineLayerType({
  type: "scale",
  attributes: factorSchema,
  inputs: { x: "tensor" },
  describe({ attributes: { factor }, inputs: { x } }) {
    check(factor !== 0, "a factor of 0 is of no use");
    return { outputs: [{ dtype: x.dtype, shape: x.shape }], work: { multiply: x.shape.reduce((a, b) => a * b, 1) } };
  },
  evaluate: ({ attributes: { factor }, inputs: { x } }) => [x.values?.map((value) => Number(value) * factor)],
});

/** Some of the elements: how many depends on data. */
const some = defineLayerType({
  type: "some",
  attributes: factorSchema,
  inputs: { x: "tensor" },
  describe: ({ inputs: { x } }) => ({
    outputs: [{ dtype: "int64", shape: x.shape, status: "at-most" }],
    work: { compare: 1 },
    status: "at-most",
  }),
});

/** A square whose sides are the factor, be that a size or not. */
const square = defineLayerType({
  type: "square",
  attributes: factorSchema,
  inputs: {},
  describe: ({ attributes: { factor } }) => ({ outputs: [{ dtype: "float32", shape: [factor, factor] }], work: {} }),
});

const dice = defineLayerType({
  type: "dice",
  attributes: factorSchema,
  inputs: { like: "tensor" },
  describe: ({ inputs: { like } }) => ({ outputs: [{ dtype: "float32", shape: like.shape }], work: { random: 1 } }),
});

function start(bindings: Bindings = {}): ReturnType<typeof startGraph> {
  const types: readonly LayerType[] = [scale, some, square, dice];
  return startGraph("test", new Map(types.map((type) => [type.type, type])), bindings);
}

function request(type: string, inputs: readonly (Tensor | undefined)[], more: Partial<LayerRequest> = {}): LayerRequest {
  return { type, name: "l", inputs, outputs: ["y"], origin: { format: "test", operator: "Op", name: "l" }, ...more };
}

function add(builder: GraphBuilder, ...args: Parameters<typeof request>): Tensor {
  return builder.layer(request(...args))[0]!;
}

describe("inputs", () => {
  it("take bound sizes for named dims, and 1 for open ones, with a diagnostic", () => {
    const { builder, record } = start({ dims: { batch: 8 } });
    const x = builder.input({ name: "x", dtype: "float32", shape: ["batch", 3, undefined, "time"] });
    expect(x).toMatchObject({ role: "input", type: { dtype: "float32", shape: [8, 3, 1, 1] }, status: "exact" });
    expect(record()).toEqual({
      bound: { batch: 8, time: 1 },
      diagnostics: [
        { severity: "info", code: "unbound-dim", message: 'dim 2 of input "x" is open in the file: taken as 1' },
        { severity: "info", code: "unbound-dim", message: 'dim "time" of input "x" is not bound: taken as 1' },
      ],
    });
    builder.input({ name: "z", dtype: "float32", shape: ["time"] });
    expect(record().diagnostics).toHaveLength(2); // said once
  });

  it("take the value of a dim that is an expression of others", () => {
    const { builder, record } = start({ dims: { past: 7 } });
    const shape = ["past + new", "new", "2*past", "past-new"];
    expect(builder.input({ name: "x", dtype: "float32", shape }).type).toMatchObject({ shape: [8, 1, 14, 1] });
    expect(record()).toEqual({
      bound: { "2*past": 14, new: 1, past: 7, "past + new": 8, "past-new": 1 },
      diagnostics: ["new", "past-new"].map((name) => ({
        severity: "info",
        code: "unbound-dim",
        message: `dim "${name}" of input "x" is not bound: taken as 1`,
      })),
    });
    expect(start({ dims: { past: 7, "past + new": 9 } }).builder.input({ name: "x", dtype: "float32", shape }).type).toMatchObject({
      shape: [9, 1, 14, 1],
    });
  });

  it("take the caller's type in place of the file's, which binds its dims", () => {
    const { builder, record } = start({ inputs: { x: { dtype: "float16", shape: [4, 5] } } });
    expect(builder.input({ name: "x", dtype: "float32", shape: ["batch", 3] }).type).toEqual({ dtype: "float16", shape: [4, 5] });
    expect(builder.input({ name: "y", dtype: "float32", shape: ["batch"] }).type).toMatchObject({ shape: [4] });
    expect(record()).toEqual({ bound: { batch: 4 }, diagnostics: [] });
  });

  it("keep a float's dtype where the caller's integers of the same width only carry it", () => {
    const given = (dtype: "uint16" | "uint8" | "int16", declared: "bfloat16" | "float8e5m2" | "float16") =>
      start({ inputs: { x: { dtype, shape: [1] } } }).builder.input({ name: "x", dtype: declared, shape: [1] }).type;
    expect(given("uint16", "bfloat16")).toMatchObject({ dtype: "bfloat16" });
    expect(given("uint8", "float8e5m2")).toMatchObject({ dtype: "float8e5m2" });
    expect(given("uint16", "float16")).toMatchObject({ dtype: "uint16" }); // which NumPy has
    expect(given("int16", "bfloat16")).toMatchObject({ dtype: "int16" });
  });

  it("say where a given size is not that of its dim", () => {
    const { builder, record } = start({ dims: { batch: 8 }, inputs: { x: { shape: [4] } } });
    expect(builder.input({ name: "x", dtype: "float32", shape: ["batch"] }).type).toMatchObject({ shape: [4] });
    expect(record()).toEqual({
      bound: { batch: 8 },
      diagnostics: [{ severity: "warning", code: "dim-mismatch", message: 'input "x" is given 4 along dim "batch", which is 8 elsewhere' }],
    });
  });

  it("take the names of things that every object has for names", () => {
    const { builder } = start({ dims: {}, inputs: {} });
    expect(builder.input({ name: "constructor", dtype: "float32", shape: ["toString"] }).type).toMatchObject({ shape: [1] });
  });

  it("keep small values, and check how many they are", () => {
    const given = (length: number, sizes = length): Tensor =>
      start({ inputs: { x: { values: Array.from({ length }, () => 1) } } }).builder.input({ name: "x", dtype: "int64", shape: [sizes] });
    expect(given(2).values).toEqual([1, 1]);
    expect(given(VALUES_LIMIT + 1).values).toBeUndefined();
    expect(() => given(2, 3)).toThrow('input "x" takes 3 values, 2 are given');
  });

  it("need a dtype and a rank from file or caller", () => {
    const { builder } = start();
    expect(() => builder.input({ name: "x", shape: [1] })).toThrow('the file does not tell the dtype of input "x"');
    expect(() => builder.input({ name: "x", dtype: "float32" })).toThrow(
      expect.objectContaining({
        code: "invalid-input",
        message: 'the file does not tell the shape of input "x"',
        hint: "give it: --input x=1x3x224x224",
      }),
    );
  });

  it("may be no tensors", () => {
    const type = { kind: "sequence" } as const;
    expect(start().builder.input({ name: "x", type })).toMatchObject({ role: "input", type });
  });
});

describe("layers", () => {
  it("are described as they are added", () => {
    const { builder } = start();
    const x = builder.input({ name: "x", dtype: "float32", shape: [2, 3] });
    const y = add(builder, "scale", [x], { path: ["a", "b"] });
    expect(y).toMatchObject({ name: "y", role: "activation", type: { dtype: "float32", shape: [2, 3] }, status: "exact" });
    const graph = builder.finish([y]);
    expect(graph).toMatchObject({ name: "test", inputs: [x], outputs: [y] });
    expect(graph.layers[0]).toMatchObject({
      name: "l",
      type: "scale",
      attributes: { factor: 1 },
      description: { work: { multiply: 6 } },
      path: ["a", "b"],
    });
  });

  it("hand on values of constants, and are constant themselves", () => {
    const { builder } = start();
    const c = builder.stored({ name: "c", dtype: "int64", shape: [2], role: "constant", values: [2, 3] });
    expect(add(builder, "scale", [c], { attributes: { factor: 10 } })).toMatchObject({ role: "constant", values: [20, 30] });
    const unread = builder.stored({ name: "u", dtype: "int64", shape: [2], role: "constant" });
    expect(add(builder, "scale", [unread])).toMatchObject({ role: "constant", values: undefined });
    const large = builder.stored({
      name: "v",
      dtype: "int64",
      shape: [VALUES_LIMIT + 1],
      role: "constant",
      values: Array(VALUES_LIMIT + 1).fill(1),
    });
    expect(add(builder, "scale", [large])).toMatchObject({ role: "constant", values: undefined });
  });

  it("are known of small ones alone once there are very many in all", () => {
    const { builder } = start();
    const large = (): Tensor =>
      builder.stored({ name: "v", dtype: "int64", shape: [VALUES_LIMIT], role: "constant", values: Array(VALUES_LIMIT).fill(1) });
    const [first, ...others] = Array.from({ length: VALUES_IN_ALL / VALUES_LIMIT }, large);
    expect(others.at(-1)!.values).toBeDefined();
    expect(large().values).toBeUndefined();
    expect(add(builder, "scale", [first]).values).toBeUndefined();
    expect(builder.stored({ name: "v", dtype: "int64", shape: [1], role: "constant", values: [1] }).values).toEqual([1]);
  });

  it("are never constant where they draw random numbers", () => {
    const { builder } = start();
    const c = builder.stored({ name: "c", dtype: "int64", shape: [2], role: "constant" });
    expect(add(builder, "dice", [c]).role).toBe("activation");
  });

  it("pass on how surely sizes are known", () => {
    const { builder } = start();
    const x = builder.input({ name: "x", dtype: "float32", shape: [4] });
    const found = add(builder, "some", [x]);
    expect(found).toMatchObject({ status: "at-most" });
    expect(add(builder, "scale", [found])).toMatchObject({ status: "at-most" });
    expect(add(builder, "scale", [x], { status: "estimate" })).toMatchObject({ status: "estimate" });
    expect(builder.finish([]).layers.map(({ status }) => status)).toEqual(["at-most", "at-most", "estimate"]);
  });

  it("have names of their own in a graph", () => {
    const { builder } = start();
    const x = builder.input({ name: "x", dtype: "float32", shape: [1] });
    for (let count = 0; count < 3; count++) add(builder, "scale", [x]);
    expect(builder.finish([]).layers.map(({ name }) => name)).toEqual(["l", "l#2", "l#3"]);
  });

  it("answer an output for each name that is asked for", () => {
    const { builder } = start();
    const x = builder.input({ name: "x", dtype: "float32", shape: [1] });
    expect(builder.layer(request("scale", [x], { outputs: [undefined] }))).toEqual([undefined]);
    expect(() => builder.layer(request("scale", [x], { outputs: ["y", "z"] }))).toThrow(
      'scale "l" (test Op): has 1 outputs, output 1 ("z") is asked for',
    );
  });

  it("name themselves where something is wrong", () => {
    const { builder } = start();
    const x = builder.input({ name: "x", dtype: "float32", shape: [1] });
    const wrong: [Parameters<typeof request>, string, string][] = [
      [["scael", [x]], "unknown-layer-type", 'scael "l" (test Op): no plugin contributes the layer type "scael"'],
      [["scale", []], "invalid-layer", 'scale "l" (test Op): input "x" is missing'],
      [["scale", [x], { attributes: { factor: "2" } }], "invalid-attributes", 'scale "l" (test Op): attribute factor: must be a number'],
      [["scale", [x], { attributes: { factor: 0 } }], "invalid-layer", 'scale "l" (test Op): a factor of 0 is of no use'],
    ];
    for (const [args, code, message] of wrong) expect(() => add(builder, ...args)).toThrow(expect.objectContaining({ code, message }));
  });

  it.each([
    [Infinity, "Infinity×Infinity"],
    [NaN, "NaN×NaN"],
    [-1, "-1×-1"],
    [1.5, "1.5×1.5"],
    [2 ** 64, "18446744073709552000×18446744073709552000"],
  ])("may not have outputs of size %s", (factor, shape) => {
    expect(() => add(start().builder, "square", [], { attributes: { factor } })).toThrow(
      expect.objectContaining({ code: "invalid-layer", message: `square "l" (test Op): output 0 would be float32 ${shape}` }),
    );
  });

  it("need attributes that are validated at once", () => {
    const slow = {
      ...scale,
      attributes: { "~standard": { ...factorSchema["~standard"], validate: () => Promise.resolve({ value: { factor: 1 } }) } },
    };
    const { builder } = startGraph("test", new Map([["scale", slow]]), {});
    expect(() => add(builder, "scale", [])).toThrow('layer type "scale": its attribute schema must validate synchronously');
  });
});

describe("what nothing describes", () => {
  it("keeps what the file declares, with a diagnostic where it begins", () => {
    const { builder, record } = start();
    const x = builder.input({ name: "x", dtype: "float32", shape: [2] });
    const origin = { format: "test", operator: "com.acme::Foo", name: "f" };
    const declared = { dtype: "float32", shape: [5] } as const;
    const [known, open] = builder.undescribed({
      name: "f",
      inputs: [x],
      outputs: ["a", "b", undefined],
      origin,
      declared: [declared],
      reason: "no plugin knows it",
    });
    expect([known, open]).toMatchObject([{ type: declared, status: "exact" }, { status: "unknown" }]);
    expect(open!.type).toBeUndefined();
    const [after] = builder.layer(request("scale", [open]));
    expect(after).toMatchObject({ name: "y", status: "unknown" });
    expect(add(builder, "scale", [known])).toMatchObject({ type: declared });
    const { layers } = builder.finish([]);
    expect(layers.map(({ type, description }) => [type, description !== undefined])).toEqual([
      ["com.acme::Foo", false],
      ["scale", false],
      ["scale", true],
    ]);
    expect(record().diagnostics).toEqual([
      { severity: "warning", code: "undescribed-layer", message: 'com.acme::Foo "f" (test com.acme::Foo): no plugin knows it', layer: "f" },
    ]);
  });
});

describe("precisions", () => {
  it("of activations are what memory holds floating-point inputs and outputs in, and what layers compute in", () => {
    const { builder } = start({ precision: { activations: "float16" } });
    const tensors = [
      builder.input({ name: "x", dtype: "float32", shape: [3] }),
      builder.input({ name: "ids", dtype: "int64", shape: [3] }),
      builder.stored({ name: "w", dtype: "float32", shape: [3], role: "weight" }),
      builder.constant("c", "float32", [3]),
    ];
    expect(tensors.map(({ held }) => held)).toEqual(["float16", undefined, undefined, undefined]);
    expect(tensors.map((tensor) => bytesIn(tensor).value)).toEqual([6, 24, 12, 12]);
    expect(add(builder, "scale", [tensors[0]])).toMatchObject({ type: { dtype: "float32" }, held: "float16" });
    expect(add(builder, "scale", [tensors[1]]).held).toBeUndefined();
    expect(builder.finish([]).layers.map(({ description }) => description!.compute)).toEqual(["float16", undefined]);
  });

  it("of weights change the bytes that are stored, not the dtype that layers compute in", () => {
    const { builder } = start({ precision: { weights: "int8" } });
    const stored = (role: "weight" | "bias" | "buffer", bytes?: number): Tensor =>
      builder.stored({ name: role, dtype: "float32", shape: [3], role, bytes });
    const bytes = (...args: Parameters<typeof stored>): number | null => bytesIn(stored(...args)).value;
    expect(stored("weight", 99)).toMatchObject({ type: { dtype: "float32" }, held: "int8" });
    expect(bytes("weight", 99)).toBe(3); // 3 · 1, not what the file stores
    expect(bytes("bias")).toBe(3);
    expect(bytes("buffer", 99)).toBe(99);
    expect(bytes("buffer")).toBe(12); // 3 · 4
    const same = start({ precision: { weights: "float32" } }).builder;
    expect(bytesIn(same.stored({ name: "w", dtype: "float32", shape: [3], role: "weight", bytes: 99 })).value).toBe(99);
  });

  it("of a file come after those of the caller", () => {
    const held = (bindings: Bindings): unknown => {
      const { builder } = start(bindings);
      const y = add(builder, "scale", [builder.input({ name: "x", dtype: "float32", shape: [1] })], { activations: "bfloat16" });
      return [y.type, y.held];
    };
    expect(held({})).toEqual([{ dtype: "bfloat16", shape: [1] }, undefined]);
    expect(held({ precision: { activations: "float16" } })).toEqual([{ dtype: "bfloat16", shape: [1] }, "float16"]);
    expect(held({ precision: { activations: "bfloat16" } })).toEqual([{ dtype: "bfloat16", shape: [1] }, undefined]);
  });
});

describe("limits", () => {
  it("end a file that expands without end, the layers of bodies included", () => {
    const { builder } = start();
    const x = builder.input({ name: "x", dtype: "float32", shape: [1] });
    const body = builder.body("body");
    const grow = (): void => {
      for (let count = 0; count <= LAYER_LIMIT; count++) add(body, "scale", [x]);
    };
    expect(grow).toThrow(
      new ModelGaugeError({
        code: "too-large",
        message: "the model has more than 250000 layers once its functions and loops are expanded",
      }),
    );
  });
});
