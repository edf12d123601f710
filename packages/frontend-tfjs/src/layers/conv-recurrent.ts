import { check } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";
import { layoutOf, perAxis } from "../keras/config.ts";
import { gateFunctions } from "../keras/recurrent-cell.ts";
import { spatialOf, windowPads } from "../keras/sliding-window.ts";
import { defineTfjsLayer, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";

/** Keras ConvLSTM2D. https://keras.io/api/layers/recurrent_layers/conv_lstm2d/ */
export const convLstmLayer: TfjsLayer = defineTfjsLayer({
  className: "ConvLSTM2D",
  translate: (context) => convRecurrentLayer(context, context.layer.config, undefined),
});

/**
 * A convolutional LSTM over images.
 *
 * @param cell configuration of what one step computes: the layer's own, or that of a cell in an RNN
 * @param under the cell's name, where it is not the layer itself
 */
export function convRecurrentLayer(context: TfjsLayerContext, cell: JsonValue, under: string | undefined): void {
  const { config } = context.layer;
  const [x, ...further] = context.inputs;
  check(x !== undefined && x.rank === 5, () => `takes 5 dimensions (batch, steps, image), not ${x?.rank}`);
  const layout = layoutOf(cell);
  const image = x.shape.toSpliced(1, 1);
  const channels = layout === "channels-first" ? image[1]! : image.at(-1)!;
  const filters = cell.at("filters").integer();
  const bias = cell.at("use_bias").flag(true);
  const window = {
    kernel: perAxis(cell.at("kernel_size"), 2),
    strides: perAxis(cell.at("strides"), 2, [1, 1]),
    dilations: perAxis(cell.at("dilation_rate"), 2, [1, 1]),
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
      pads: windowPads(cell.at("padding"), spatialOf(image, layout), window),
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
