import { check, isFloat, isInteger, type Operand, sameShape } from "@modelgauge/core";
import { callFlag } from "../keras/call-flag.ts";
import { encodingOf } from "../keras/category-encoding.ts";
import { layoutOf } from "../keras/config.ts";
import type { JsonValue } from "../json/json-value.ts";
import { defineTfjsLayer, defineTfjsLayers, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";
import { interpolationMode } from "./shape.ts";

/** Keras Rescaling: x · scale + offset. https://keras.io/api/layers/preprocessing_layers/image_preprocessing/ */
export const rescalingLayer: TfjsLayer = defineTfjsLayer({
  className: "Rescaling",
  translate({ inputs: [x], constant, step, add }) {
    check(x !== undefined, "takes one input");
    const [real] = isFloat(x.dtype) ? [x] : step("cast", "cast", [x], { dtype: "float32" });
    const [scaled] = step("scale", "elementwise", [real, constant(real!.dtype, [])], { function: "mul" });
    add("elementwise", [scaled, constant(real!.dtype, [])], { function: "add" });
  },
});

/** Keras Resizing of images to a height and a width. */
export const resizingLayer: TfjsLayer = defineTfjsLayer({
  className: "Resizing",
  translate(context) {
    const { config } = context.layer;
    const x = image(context);
    resizeTo(context, x, sized(config, x, config.at("height").integer(), config.at("width").integer()), {});
  },
});

/** Keras CenterCrop: a part of a larger image; a smaller one is resized. */
export const centerCropLayer: TfjsLayer = defineTfjsLayer({
  className: "CenterCrop",
  translate(context) {
    const { config } = context.layer;
    const x = image(context);
    const shape = sized(config, x, config.at("height").integer(), config.at("width").integer());
    const starts = x.shape.map((size, axis) => Math.floor((size - shape[axis]!) / 2));
    if (starts.every((start) => start >= 0)) return context.add("slice", [x], { starts, sizes: shape });
    resizeTo(context, x, shape, {});
  },
});

/** Keras RandomCrop: a part of an image when training; otherwise the middle of the same proportions, resized. */
export const randomCropLayer: TfjsLayer = defineTfjsLayer({
  className: "RandomCrop",
  translate(context) {
    const { config } = context.layer;
    const x = image(context);
    const [height, width] = [config.at("height").integer(), config.at("width").integer()];
    const shape = sized(config, x, height, width);
    const [rows, columns] = spatialAxes(config, x).map((axis) => x.shape[axis]!) as [number, number];
    const inside = rows >= height && columns >= width;
    const kept =
      callFlag(context, "training") && inside
        ? shape
        : sized(
            config,
            x,
            Math.max(1, Math.min(rows, Math.floor((columns * height) / width))),
            Math.max(1, Math.min(columns, Math.floor((rows * width) / height))),
          );
    const part = { starts: x.shape.map((size, axis) => Math.floor((size - kept[axis]!) / 2)), sizes: kept };
    if (sameShape(kept, shape)) return context.add("slice", [x], part);
    const [middle] = context.step("middle", "slice", [x], part);
    context.add("resize", [middle], { shape, mode: "linear" });
  },
});

/**
 * Keras RandomWidth and RandomHeight: a size changes by a random share, in TensorFlow.js outside training, too. The largest size is an
 * upper bound.
 */
export const randomSizeLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { RandomWidth: "width", RandomHeight: "height" },
  translate(context, side) {
    const { config } = context.layer;
    const x = image(context);
    const factor = config.at("factor");
    const share = Math.max(0, ...(factor.isList ? factor.items().map((each) => each.number()) : [Math.abs(factor.number())]));
    const [height, width] = spatialAxes(config, x);
    const larger = (axis: number): number => Math.round(x.shape[axis]! * (1 + share));
    const shape = sized(
      config,
      x,
      side === "height" ? larger(height) : x.shape[height]!,
      side === "width" ? larger(width) : x.shape[width]!,
    );
    resizeTo(context, x, shape, { status: "at-most" });
  },
});

/** Layers that change images at random when training, and hand them on otherwise. */
export const augmentationLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: {
    RandomFlip: undefined,
    RandomRotation: undefined,
    RandomTranslation: undefined,
    RandomZoom: undefined,
    RandomContrast: undefined,
    RandomBrightness: undefined,
    RandomColorDegeneration: undefined,
    RandomColorJitter: undefined,
    RandomElasticTransform: undefined,
    RandomErasing: undefined,
    RandomGaussianBlur: undefined,
    RandomGrayscale: undefined,
    RandomHue: undefined,
    RandomInvert: undefined,
    RandomPerspective: undefined,
    RandomPosterization: undefined,
    RandomSaturation: undefined,
    RandomSharpness: undefined,
    RandomShear: undefined,
    AugMix: undefined,
    CutMix: undefined,
    MixUp: undefined,
    RandAugment: undefined,
  },
  translate: ({ inputs, add }) => add("identity", inputs.slice(0, 1)),
});

/** Keras CategoryEncoding of whole numbers: one vector for each, or one for all of a sample. */
export const categoryEncodingLayer: TfjsLayer = defineTfjsLayer({
  className: "CategoryEncoding",
  translate(context) {
    const { layer, inputs, named, step, add } = context;
    const [x, weights = named.get("count_weights")?.[0]] = inputs;
    check(x !== undefined, "takes one input");
    const mode = layer.config
      .at("output_mode")
      .text("multi_hot")
      .replace(/([a-z])([A-Z])/g, "$1_$2")
      .toLowerCase();
    const [indices] = isInteger(x.dtype) ? [x] : step("indices", "cast", [x], { dtype: "int32" });
    add(...encodingOf(context, indices!, { mode, depth: layer.config.at("num_tokens").integer(), dtype: "float32", weights }));
  },
});

/** A batch of images, or one. */
function image({ inputs: [x] }: TfjsLayerContext): Operand {
  check(
    x !== undefined && (x.rank === 3 || x.rank === 4),
    () => `takes an image (3 dimensions) or a batch of images (4), not ${x?.rank} dimensions`,
  );
  return x;
}

function spatialAxes(config: JsonValue, x: Operand): readonly [height: number, width: number] {
  return layoutOf(config) === "channels-first" ? [x.rank - 2, x.rank - 1] : [x.rank - 3, x.rank - 2];
}

function sized(config: JsonValue, x: Operand, height: number, width: number): readonly number[] {
  const [heightAxis, widthAxis] = spatialAxes(config, x);
  return x.shape.with(heightAxis, height).with(widthAxis, width);
}

function resizeTo(context: TfjsLayerContext, x: Operand, shape: readonly number[], options: { readonly status?: "at-most" }): void {
  const interpolation = context.layer.config.at("interpolation").text("bilinear");
  const mode = interpolationMode(interpolation);
  if (mode === undefined) return context.undescribed(`the interpolation "${interpolation}" is not known`, [{ dtype: x.dtype, shape }]);
  context.add("resize", [x], { shape, mode }, options);
}
