import { check } from "@modelgauge/core";
import { layoutOf, perAxis } from "../keras/config.ts";
import { spatialOf, windowPads } from "../keras/sliding-window.ts";
import { defineTfjsLayers, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";

/** Keras MaxPooling and AveragePooling of one to three axes. Padding does not count in an average. */
export const poolingLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: {
    MaxPooling1D: ["max", 1],
    MaxPooling2D: ["max", 2],
    MaxPooling3D: ["max", 3],
    AveragePooling1D: ["average", 1],
    AveragePooling2D: ["average", 2],
    AveragePooling3D: ["average", 3],
  } as const,
  translate: (context, [name, rank]) => addPool(context, name, rank),
});

/** Adds a pool over so many axes, as the configuration tells it. */
export function addPool({ layer: { config }, inputs, add }: TfjsLayerContext, name: "max" | "average", rank: number): void {
  const [x] = inputs;
  check(inputs.length === 1 && x !== undefined, () => `takes 1 input, not ${inputs.length}`);
  check(x.rank === rank + 2, () => `takes ${rank + 2} dimensions, not ${x.rank}`);
  const layout = layoutOf(config);
  const kernel = perAxis(config.at("pool_size"), rank, new Array<number>(rank).fill(2));
  const strides = perAxis(config.at("strides"), rank, kernel);
  const dilations = new Array<number>(rank).fill(1);
  const pads = windowPads(config.at("padding"), spatialOf(x.shape, layout), { kernel, strides, dilations });
  add("pool", [x], { function: name, kernel, strides, pads, layout });
}

/** Keras GlobalMaxPooling and GlobalAveragePooling of one to three axes. */
export const globalPoolingLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: {
    GlobalMaxPooling1D: ["max", 1],
    GlobalMaxPooling2D: ["max", 2],
    GlobalMaxPooling3D: ["max", 3],
    GlobalAveragePooling1D: ["average", 1],
    GlobalAveragePooling2D: ["average", 2],
    GlobalAveragePooling3D: ["average", 3],
  } as const,
  translate({ layer: { config }, inputs, add }, [name, rank]) {
    const [x] = inputs;
    check(x !== undefined && x.rank === rank + 2, () => `takes ${rank + 2} dimensions, not ${x?.rank}`);
    add("global-pool", [x], { function: name, layout: layoutOf(config), keepDims: config.at("keepdims").flag(false) });
  },
});

/** Keras AdaptiveMaxPooling and AdaptiveAveragePooling of one to three axes: to so many positions. */
export const adaptivePoolingLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: {
    AdaptiveMaxPooling1D: ["max", 1],
    AdaptiveMaxPooling2D: ["max", 2],
    AdaptiveMaxPooling3D: ["max", 3],
    AdaptiveAveragePooling1D: ["average", 1],
    AdaptiveAveragePooling2D: ["average", 2],
    AdaptiveAveragePooling3D: ["average", 3],
  } as const,
  translate({ layer: { config }, inputs, add }, [name, rank]) {
    add("adaptive-pool", inputs.slice(0, 1), { function: name, size: perAxis(config.at("output_size"), rank), layout: layoutOf(config) });
  },
});
