import { check, resolveAxis } from "@modelgauge/core";
import { axesOf } from "../keras/config.ts";
import { defineTfjsLayer, type TfjsLayer } from "../layer-translator.ts";

/** Keras BatchNormalization; its moving statistics are learnt, not trained. https://keras.io/api/layers/normalization_layers/batch_normalization/ */
export const batchNormalizationLayer: TfjsLayer = defineTfjsLayer({
  className: "BatchNormalization",
  translate({ layer: { config }, inputs: [x], weight, add }) {
    check(x !== undefined, "takes one input");
    const [axis = -1, ...others] = axesOf(config.at("axis"), [-1]).map((each) => resolveAxis(each, x.rank));
    check(others.length === 0, "more than one axis is not supported");
    const shape = [x.shape[axis]!];
    const scale = config.at("scale").flag(true);
    const shift = config.at("center").flag(true);
    const weights = [
      ...(scale ? [weight("gamma", shape)] : []),
      ...(shift ? [weight("beta", shape, { role: "bias" })] : []),
      weight("moving_mean", shape, { role: "buffer" }),
      weight("moving_variance", shape, { role: "buffer" }),
    ];
    // Work and shape are the same whichever axis has the channels.
    add("batch-norm", [x], { scale, shift, layout: axis === 1 && x.rank > 2 ? "channels-first" : "channels-last" }, { weights });
  },
});

/** Keras LayerNormalization, and, with `rms_scaling`, root-mean-square normalisation. */
export const layerNormalizationLayer: TfjsLayer = defineTfjsLayer({
  className: "LayerNormalization",
  translate({ layer: { config }, inputs: [x], weight, add }) {
    check(x !== undefined, "takes one input");
    const axes = axesOf(config.at("axis"), [-1]).map((axis) => resolveAxis(axis, x.rank));
    const shape = axes.toSorted((a, b) => a - b).map((axis) => x.shape[axis]!);
    const rms = config.at("rms_scaling").flag(false);
    const scale = config.at("scale").flag(true);
    const shift = config.at("center").flag(true) && !rms;
    const weights = [...(scale || rms ? [weight("gamma", shape)] : []), ...(shift ? [weight("beta", shape, { role: "bias" })] : [])];
    add("layer-norm", [x], { kind: rms ? "rms" : "layer", axes, scale: scale || rms, shift }, { weights });
  },
});

/** Keras RMSNormalization. */
export const rmsNormalizationLayer: TfjsLayer = defineTfjsLayer({
  className: "RMSNormalization",
  translate({ layer: { config }, inputs: [x], weight, add }) {
    check(x !== undefined, "takes one input");
    const axes = axesOf(config.at("axis"), [-1]).map((axis) => resolveAxis(axis, x.rank));
    add(
      "layer-norm",
      [x],
      { kind: "rms", axes },
      {
        weights: [
          weight(
            "scale",
            axes.map((axis) => x.shape[axis]!),
          ),
        ],
      },
    );
  },
});

/** Keras GroupNormalization; −1 groups are one for each channel. */
export const groupNormalizationLayer: TfjsLayer = defineTfjsLayer({
  className: "GroupNormalization",
  translate({ layer: { config }, inputs: [x], weight, add }) {
    check(x !== undefined && x.rank > 1, "takes an input with channels");
    const axis = resolveAxis(config.at("axis").integer(-1), x.rank);
    check(axis === 1 || axis === x.rank - 1, () => `axis ${axis} is neither the first nor the last after the batch`);
    const shape = [x.shape[axis]!];
    const groups = config.at("groups").integer(32);
    const scale = config.at("scale").flag(true);
    const shift = config.at("center").flag(true);
    const weights = [...(scale ? [weight("gamma", shape)] : []), ...(shift ? [weight("beta", shape, { role: "bias" })] : [])];
    const layout = axis === x.rank - 1 ? "channels-last" : "channels-first";
    add("group-norm", [x], { groups: groups === -1 ? shape[0] : groups, scale, shift, layout }, { weights });
  },
});

/** Keras UnitNormalization: vectors of length 1. */
export const unitNormalizationLayer: TfjsLayer = defineTfjsLayer({
  className: "UnitNormalization",
  translate: ({ layer: { config }, inputs, add }) => add("lp-norm", inputs.slice(0, 1), { axes: axesOf(config.at("axis"), [-1]) }),
});

/**
 * Keras Normalization: (x − mean) / √variance, of statistics that were computed before training, and with them the count of samples
 * that they come from. https://keras.io/api/layers/preprocessing_layers/numerical/normalization/
 */
export const normalizationLayer: TfjsLayer = defineTfjsLayer({
  className: "Normalization",
  translate({ layer: { config }, inputs: [x], weight, step, constant, add }) {
    check(x !== undefined, "takes one input");
    const axes = axesOf(config.at("axis"), []).map((axis) => resolveAxis(axis, x.rank));
    const kept = axes.toSorted((a, b) => a - b).map((axis) => x.shape[axis]!);
    // Statistics that the configuration holds are constants there.
    const buffers = config.has("mean")
      ? []
      : [weight("mean", kept, { role: "buffer" }), weight("variance", kept, { role: "buffer" }), weight("count", [], { role: "buffer" })];
    const invert = config.at("invert").flag(false);
    const statistic = constant(x.dtype, axes.length === 0 ? [] : x.shape.map((size, axis) => (axes.includes(axis) ? size : 1)));
    const [moved] = step("shift", "elementwise", [x, statistic], { function: invert ? "mul" : "sub" }, { weights: buffers });
    add("elementwise", [moved, statistic], { function: invert ? "add" : "div" });
  },
});
