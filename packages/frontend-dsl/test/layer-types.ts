import { broadcast, check, defineLayerType, type LayerType, product, resolveAxis } from "@modelgauge/core";
import { z } from "zod";

const positive = z.int().positive();

/** A convolution of [N, C, H, W] without padding, with a short form of its kernel. */
const conv: LayerType = defineLayerType({
  type: "conv",
  attributes: z.strictObject({
    filters: positive.describe("output channels"),
    kernel: z.array(positive).describe("size of the window"),
    groups: positive.default(1),
    bias: z.boolean().default(false),
  }),
  inputs: { x: "tensor" },
  shorthand: {
    attributes: z.strictObject({
      filters: positive.describe("output channels"),
      kernel: z.union([positive, z.array(positive)]).describe("size of the window"),
      groups: positive.default(1),
      bias: z.boolean().default(false),
    }),
    expand: ({ kernel, ...others }) => ({ ...others, kernel: typeof kernel === "number" ? [kernel, kernel] : kernel }),
  },
  weights: ({ filters, kernel, groups, bias }, { x }) => ({
    weight: [filters, x.shape[1]! / groups, ...kernel],
    bias: bias && { shape: [filters], role: "bias" },
  }),
  describe({ attributes: { filters, kernel, groups, bias }, inputs: { x } }) {
    check(x.shape.length === 4, () => `feature maps have 4 dimensions, not ${x.shape.length}`);
    check(x.shape[1]! % groups === 0, () => `${x.shape[1]} input channels do not divide into ${groups} groups`);
    const shape = [x.shape[0]!, filters, ...x.shape.slice(2).map((size, axis) => size - kernel[axis]! + 1)];
    return {
      outputs: [{ dtype: x.dtype, shape }],
      work: { mac: product(shape) * (x.shape[1]! / groups) * product(kernel), ...(bias && { add: product(shape) }) },
    };
  },
});

const linear: LayerType = defineLayerType({
  type: "linear",
  attributes: z.strictObject({ units: positive.describe("output features"), bias: z.boolean().default(false) }),
  inputs: { x: "tensor" },
  weights: ({ units, bias }, { x }) => ({ weight: [units, x.shape.at(-1) ?? 0], bias: bias && { shape: [units], role: "bias" } }),
  describe: ({ attributes: { units }, inputs: { x } }) => {
    const shape = [...x.shape.slice(0, -1), units];
    return { outputs: [{ dtype: x.dtype, shape }], work: { mac: product(shape) * (x.shape.at(-1) ?? 0) } };
  },
});

const activation: LayerType = defineLayerType({
  type: "activation",
  attributes: z.strictObject({ function: z.enum(["relu", "tanh", "sigmoid"]).describe("what is computed of each element") }),
  inputs: { x: "tensor" },
  describe: ({ inputs: { x } }) => ({ outputs: [{ dtype: x.dtype, shape: x.shape }], work: { compare: product(x.shape) } }),
});

const add: LayerType = defineLayerType({
  type: "add",
  attributes: z.strictObject({}),
  inputs: { xs: "tensors" },
  describe({ inputs: { xs } }) {
    const shape = broadcast(...xs.map((x) => x.shape));
    return { outputs: [{ dtype: xs[0]?.dtype ?? "float32", shape }], work: { add: product(shape) * (xs.length - 1) } };
  },
});

const split: LayerType = defineLayerType({
  type: "split",
  attributes: z.strictObject({ axis: z.int().default(0), sizes: z.array(z.int().nonnegative()) }),
  inputs: { x: "tensor" },
  describe: ({ attributes: { axis, sizes }, inputs: { x } }) => {
    const along = resolveAxis(axis, x.shape.length);
    return { outputs: sizes.map((size) => ({ dtype: x.dtype, shape: x.shape.with(along, size) })), work: {} };
  },
});

/** Takes a tensor and one that may be left out. */
const scale: LayerType = defineLayerType({
  type: "scale",
  attributes: z.strictObject({ by: z.number().optional(), outputs: z.int().optional() }),
  inputs: { x: "tensor", factor: "tensor?" },
  describe: ({ inputs: { x } }) => ({ outputs: [{ dtype: x.dtype, shape: x.shape }], work: { multiply: product(x.shape) } }),
});

/** Takes nothing. */
const fill: LayerType = defineLayerType({
  type: "fill",
  attributes: z.strictObject({ shape: z.array(z.int().nonnegative()), value: z.number().default(0) }),
  inputs: {},
  describe: ({ attributes: { shape } }) => ({ outputs: [{ dtype: "float32", shape }], work: {} }),
});

/** Runs one of its bodies. */
const choose: LayerType = defineLayerType({
  type: "choose",
  attributes: z.strictObject({}),
  inputs: { condition: "tensor", values: "values" },
  describe({ bodies }) {
    const type = bodies[0]?.graph.outputs[0]?.type;
    check(type !== undefined, "there is no body");
    return { outputs: [{ ...type, status: "at-most" }], work: {} };
  },
});

/** The layer types that tests of the language use. */
export const testTypes: readonly LayerType[] = [activation, add, choose, conv, fill, linear, scale, split];
