import { check } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";
import { layoutOf, perAxis } from "../keras/config.ts";
import { gateFunctions } from "../keras/recurrent-cell.ts";
import { spatialOf, windowPads } from "../keras/sliding-window.ts";
import { defineTfjsLayers, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";

/** Keras ConvLSTM1D, ConvLSTM2D, ConvLSTM3D. https://keras.io/api/layers/recurrent_layers/conv_lstm2d/ */
export const convLstmLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { ConvLSTM1D: 1, ConvLSTM2D: 2, ConvLSTM3D: 3 },
  translate: (context, rank) => convRecurrentLayer(context, rank, context.layer.config, undefined),
});

/**
 * A convolutional LSTM over feature maps.
 *
 * @param rank of their spatial axes
 * @param cell configuration of what one step computes: the layer's own, or that of a cell in an RNN
 * @param under the cell's name, where it is not the layer itself
 */
export function convRecurrentLayer(context: TfjsLayerContext, rank: number, cell: JsonValue, under: string | undefined): void {
  const { config } = context.layer;
  const [x, ...further] = context.inputs;
  check(x !== undefined && x.rank === rank + 3, () => `takes ${rank + 3} dimensions (batch, steps, feature maps), not ${x?.rank}`);
  const layout = layoutOf(cell);
  const maps = x.shape.toSpliced(1, 1);
  const channels = layout === "channels-first" ? maps[1]! : maps.at(-1)!;
  const filters = cell.at("filters").integer();
  const bias = cell.at("use_bias").flag(true);
  const ones = new Array<number>(rank).fill(1);
  const window = {
    kernel: perAxis(cell.at("kernel_size"), rank),
    strides: perAxis(cell.at("strides"), rank, ones),
    dilations: perAxis(cell.at("dilation_rate"), rank, ones),
  };
  const at = under === undefined ? {} : { under };
  const weights = [
    context.weight("kernel", [...window.kernel, channels, 4 * filters], at),
    context.weight("recurrent_kernel", [...window.kernel, filters, 4 * filters], at),
    ...(bias ? [context.weight("bias", [4 * filters], { ...at, role: "bias" })] : []),
  ];
  const activations = gateFunctions("lstm", cell);
  const [hidden, carried] = context.named.get("initial_state") ?? further;
  context.add(
    "conv-recurrent",
    [x, hidden, carried],
    {
      filters,
      ...window,
      pads: windowPads(cell.at("padding"), spatialOf(maps, layout), window),
      layout,
      bias,
      returns: config.at("return_sequences").flag(false) ? "sequence" : "last",
      ...(activations && { activations }),
    },
    {
      weights,
      outputs: config.at("return_state").flag(false) ? [0, 1, 2] : [0],
      status: activations === undefined ? "estimate" : "exact",
    },
  );
}
