import { check, isInteger } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";
import { addGatedLinearUnit, addSparsemax } from "../keras/composed-activation.ts";
import { axesOf, layoutOf, perAxis } from "../keras/config.ts";
import { addActivation } from "../keras/fused-activation.ts";
import { defineTfjsLayer, defineTfjsLayers, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";
import { asDtype, tensorOf } from "./keras-operations.ts";
import { addPool } from "./pooling.ts";
import { interpolationMode } from "./shape.ts";

/** Softmax functions of Keras 3, along an axis or several. */
export const softmaxOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.Softmax": "softmax", "ops.LogSoftmax": "log-softmax" },
  translate(context, name) {
    const x = tensorOf(context);
    const axes = context.layer.config.has("axis") ? axesOf(context.layer.config.at("axis"), []) : [...x.shape.keys()];
    context.add("softmax", [x], { function: name, axes });
  },
});

/** Activation functions that `keras.activations` has under the same names. */
export const activationOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: {
    "ops.HardTanh": "hard_tanh",
    "ops.Squareplus": "squareplus",
    "ops.SparsePlus": "sparse_plus",
    "ops.SparseSigmoid": "sparse_sigmoid",
  },
  translate: (context, name) => addActivation(context, name, tensorOf(context)),
});

/** GELU, approximate where it is not told otherwise. */
export const geluOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.Gelu",
  translate(context) {
    const approximate = context.layer.config.at("approximate").flag(true);
    context.add("activation", [tensorOf(context)], { function: approximate ? "gelu-tanh" : "gelu" });
  },
});

/** Functions along an axis that are several layers. */
export const composedOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.Glu": addGatedLinearUnit, "ops.Sparsemax": addSparsemax },
  translate: (context, addFunction) => addFunction(context, tensorOf(context), context.layer.config.at("axis").integer(-1)),
});

/** Vectors of unit length, by the norm of an order. */
export const normalizeOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.Normalize",
  translate(context) {
    const { config } = context.layer;
    const power = config.at("order").number(2);
    context.add("lp-norm", [tensorOf(context)], { axes: axesOf(config.at("axis"), [-1]), power });
  },
});

/** Whole numbers as vectors. */
export const oneHotOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.OneHot",
  translate(context) {
    const { config } = context.layer;
    const x = tensorOf(context);
    const indices = isInteger(x.dtype) ? x : asDtype(context, x, "int32");
    const attributes = {
      depth: config.at("num_classes").integer(),
      axis: config.at("axis").integer(-1),
      dtype: config.at("dtype").dtype("float32"),
    };
    context.add("one-hot", [indices], attributes);
  },
});

/** Pooling; the windows lie side by side where no strides are told. */
export const poolOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.MaxPool": "max", "ops.AveragePool": "average" } as const,
  translate: (context, name) => addPool(context, name, spatialRank(context)),
});

/** Pooling to so many positions. */
export const adaptivePoolOperations: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { "ops.AdaptiveMaxPool": "max", "ops.AdaptiveAveragePool": "average" } as const,
  translate(context, name) {
    const { config } = context.layer;
    const size = perAxis(config.at("output_size"), spatialRank(context));
    context.add("adaptive-pool", [tensorOf(context)], { function: name, size, layout: layoutOf(config) });
  },
});

/** Another height and width of images. */
export const resizeOperation: TfjsLayer = defineTfjsLayer({
  className: "ops.Resize",
  translate(context) {
    const { config } = context.layer;
    const x = tensorOf(context);
    check(x.rank === 3 || x.rank === 4, () => `takes an image (3 dimensions) or a batch of images (4), not ${x.rank} dimensions`);
    const [height, width] = sizesOf(config.at("size"));
    const first = layoutOf(config) === "channels-first" ? x.rank - 2 : x.rank - 3;
    const shape = x.shape.with(first, height).with(first + 1, width);
    const interpolation = config.at("interpolation").text("bilinear");
    const mode = interpolationMode(interpolation);
    if (mode === undefined) return context.undescribed(`the interpolation "${interpolation}" is not known`, [{ dtype: x.dtype, shape }]);
    context.add("resize", [x], { shape, mode, antialias: config.at("antialias").flag(false) });
  },
});

function sizesOf(size: JsonValue): readonly [height: number, width: number] {
  const [height, width] = perAxis(size, 2);
  return [height!, width!];
}

function spatialRank(context: TfjsLayerContext): number {
  const { rank } = tensorOf(context);
  check(rank > 2, () => `takes feature maps, of 3 dimensions at least, not ${rank}`);
  return rank - 2;
}
