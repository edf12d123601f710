import { check, product, type Operand } from "@modelgauge/core";
import { layoutOf, pairPerAxis, perAxis } from "../keras/config.ts";
import { defineTfjsLayer, defineTfjsLayers, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";

/** Keras Flatten; channels that come first are moved last before. https://keras.io/api/layers/reshaping_layers/ */
export const flattenLayer: TfjsLayer = defineTfjsLayer({
  className: "Flatten",
  translate({ layer: { config }, inputs: [x], step, add }) {
    check(x !== undefined && x.rank > 0, "takes an input with a batch");
    const shape = [x.shape[0]!, product(x.shape.slice(1))];
    if (layoutOf(config) === "channels-last" || x.rank <= 2) return add("reshape", [x], { shape });
    const permutation = [0, ...x.shape.slice(2).map((_, axis) => axis + 2), 1];
    const [last] = step("channels-last", "transpose", [x], { permutation });
    add("reshape", [last], { shape });
  },
});

/** Keras Reshape of each sample; one size may be −1. */
export const reshapeLayer: TfjsLayer = defineTfjsLayer({
  className: "Reshape",
  translate({ layer: { config }, inputs: [x], add }) {
    check(x !== undefined && x.rank > 0, "takes an input with a batch");
    const target = config
      .at("target_shape")
      .items()
      .map((size) => (size.isPresent ? size.integer() : -1));
    add("reshape", [x], { shape: [x.shape[0]!, ...target] });
  },
});

/** Keras Permute; axes count from 1, after the batch. */
export const permuteLayer: TfjsLayer = defineTfjsLayer({
  className: "Permute",
  translate({ layer: { config }, inputs, add }) {
    add("transpose", inputs.slice(0, 1), { permutation: [0, ...config.at("dims").integers()] });
  },
});

/** Keras RepeatVector: [batch, features] → [batch, n, features]. */
export const repeatVectorLayer: TfjsLayer = defineTfjsLayer({
  className: "RepeatVector",
  translate({ layer: { config }, inputs: [x], step, add }) {
    check(x !== undefined && x.rank === 2, () => `takes 2 dimensions, not ${x?.rank}`);
    const [row] = step("row", "reshape", [x], { shape: [x.shape[0]!, 1, x.shape[1]!] });
    add("tile", [row], { repeats: [1, config.at("n").integer(), 1] });
  },
});

/** Keras ZeroPadding of one to three axes. */
export const zeroPaddingLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { ZeroPadding1D: 1, ZeroPadding2D: 2, ZeroPadding3D: 3 },
  translate(context, rank) {
    const x = imageOf(context, rank);
    const pads = pairPerAxis(context.layer.config.at("padding"), rank, 1);
    const whole = (list: readonly number[]): readonly number[] => aroundSpatial(context, list, 0);
    context.add("pad", [x], { pads: [...whole(pads.slice(0, rank)), ...whole(pads.slice(rank))] });
  },
});

/** Keras Cropping of one to three axes. */
export const croppingLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { Cropping1D: 1, Cropping2D: 2, Cropping3D: 3 },
  translate(context, rank) {
    const x = imageOf(context, rank);
    const crops = pairPerAxis(context.layer.config.at("cropping"), rank, 0);
    const starts = aroundSpatial(context, crops.slice(0, rank), 0);
    const ends = aroundSpatial(context, crops.slice(rank), 0);
    const sizes = x.shape.map((size, axis) => size - starts[axis]! - ends[axis]!);
    check(
      sizes.every((size) => size >= 0),
      () => `crops more than there is of ${x.shape.join("×")}`,
    );
    context.add("slice", [x], { starts, sizes });
  },
});

/** Keras UpSampling of one to three axes: each spatial size times a factor. */
export const upSamplingLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { UpSampling1D: 1, UpSampling2D: 2, UpSampling3D: 3 },
  translate(context, rank) {
    const { config } = context.layer;
    const x = imageOf(context, rank);
    const factors = aroundSpatial(context, perAxis(config.at("size"), rank, new Array<number>(rank).fill(2)), 1);
    const shape = x.shape.map((size, axis) => size * factors[axis]!);
    const interpolation = config.at("interpolation").text("nearest");
    const mode = interpolationMode(interpolation);
    if (mode === undefined) return context.undescribed(`the interpolation "${interpolation}" is not known`, [{ dtype: x.dtype, shape }]);
    context.add("resize", [x], { shape, mode });
  },
});

const INTERPOLATIONS: ReadonlyMap<string, "nearest" | "linear" | "cubic"> = new Map([
  ["nearest", "nearest"],
  ["bilinear", "linear"],
  ["bicubic", "cubic"],
]);

/** Keras' words for interpolation, in those of the layer type `resize`; undefined for ones that it has not. */
export function interpolationMode(interpolation: string): "nearest" | "linear" | "cubic" | undefined {
  return INTERPOLATIONS.get(interpolation);
}

function imageOf({ inputs: [x] }: TfjsLayerContext, rank: number): Operand {
  check(x !== undefined && x.rank === rank + 2, () => `takes ${rank + 2} dimensions, not ${x?.rank}`);
  return x;
}

/** One number each for the batch, the spatial axes and the channels. */
function aroundSpatial({ layer: { config } }: TfjsLayerContext, spatial: readonly number[], other: number): readonly number[] {
  return layoutOf(config) === "channels-first" ? [other, other, ...spatial] : [other, ...spatial, other];
}
