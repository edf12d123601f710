import { check, isFloat, type Operand, product } from "@modelgauge/core";
import { layoutOf } from "../keras/config.ts";
import { spatialOf, windowPads } from "../keras/sliding-window.ts";
import { defineTfjsLayer, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";

/**
 * Keras MelSpectrogram of signals, […, samples] → […, mel bins, frames]: the short-time Fourier transform's magnitudes to a power,
 * weighed into bins, in decibels. https://keras.io/api/layers/preprocessing_layers/audio_preprocessing/mel_spectrogram/
 */
export const melSpectrogramLayer: TfjsLayer = defineTfjsLayer({
  className: "MelSpectrogram",
  translate(context) {
    const { layer, inputs, step, add, constant } = context;
    const { config } = layer;
    const [x] = inputs;
    check(x !== undefined && x.rank > 0, "takes signals");
    const length = config.at("fft_length").integer(2048);
    const stride = config.at("sequence_stride").integer(512);
    const bins = config.at("num_mel_bins").integer(128);
    const [real] = isFloat(x.dtype) ? [x] : step("as-number", "cast", [x], { dtype: "float32" });
    const around = x.shape.slice(0, -1);
    const [signals] = x.rank === 2 ? [real] : step("signals", "reshape", [real], { shape: [product(around), x.shape.at(-1)!] });
    const half = Math.floor(length / 2);
    const [padded] = step("centred", "pad", [signals], { pads: [0, half, 0, half], mode: "reflect" });
    const [spectra] = step("stft", "stft", [padded, constant(real!.dtype, [length])], { step: stride, length });
    const [squares] = step("squares", "activation", [spectra], { function: "square" });
    const [power] = step("power", "reduce", [squares], { function: "sum", axes: [-1] });
    const [magnitude] = step("magnitude", "activation", [power], { function: "sqrt" });
    const scalar = constant(real!.dtype, []);
    const [raised] = step("raised", "elementwise", [magnitude, scalar], { function: "pow" });
    const [mel] = step("mel", "matmul", [raised, constant(real!.dtype, [raised!.shape.at(-1)!, bins])]);
    const levels = config.at("power_to_db").flag(true) ? decibels(context, mel!, scalar) : mel!;
    if (x.rank === 2) return add("transpose", [levels], { permutation: [0, 2, 1] });
    const [bent] = step("bins-first", "transpose", [levels], { permutation: [0, 2, 1] });
    add("reshape", [bent], { shape: [...around, ...bent!.shape.slice(1)] });
  },
});

/** 10 · log10 of what is not too small, relative to a reference, and no more than so much below the largest. */
function decibels({ step }: TfjsLayerContext, x: Operand, scalar: Operand): Operand {
  const pair = (name: string, function_: string, a: Operand, b: Operand): Operand =>
    step(name, "elementwise", [a, b], { function: function_ })[0]!;
  const [logarithm] = step("logarithm", "activation", [pair("bounded", "max", x, scalar)], { function: "log" });
  const levels = pair("relative", "sub", pair("decibels", "mul", pair("decimal", "div", logarithm!, scalar), scalar), scalar);
  const [largest] = step("largest", "reduce", [levels], { function: "max" });
  return pair("levels", "max", levels, pair("least", "sub", largest!, scalar));
}

/**
 * Keras STFTSpectrogram: a short-time Fourier transform by convolutions, channel by channel, with kernels that hold its waves.
 * https://keras.io/api/layers/preprocessing_layers/audio_preprocessing/stft_spectrogram/
 */
export const stftSpectrogramLayer: TfjsLayer = defineTfjsLayer({
  className: "STFTSpectrogram",
  translate(context) {
    const { layer, step, add, constant } = context;
    const mode = layer.config.at("mode").word(["log", "magnitude", "psd", "real", "imag", "angle", "stft"], "log");
    const waves = (name: "real" | "imag"): Operand => convolved(context, name);
    if (mode === "real" || mode === "imag") return add(...arranged(context, waves(mode)));
    const [real, imaginary] = [waves("real"), waves("imag")];
    if (mode === "angle") return add(...arranged(context, step("angle", "elementwise", [imaginary, real], { function: "atan2" })[0]!));
    if (mode === "stft") return add(...arranged(context, step("both", "concat", [real, imaginary], { axis: 2 })[0]!));
    const squares = [real, imaginary].map((part, index) => step(`square-${index}`, "activation", [part], { function: "square" })[0]!);
    const [power] = step("power", "elementwise", squares, { function: "add" });
    if (mode === "psd") return add(...arranged(context, bothSides(context, power!)));
    const scalar = constant(real.dtype, []);
    const [bounded] = step("bounded", "elementwise", [power, scalar], { function: "max" });
    const [magnitude] = step("magnitude", "activation", [bounded], { function: "sqrt" });
    if (mode === "magnitude") return add(...arranged(context, magnitude!));
    const [placed] = step("placed", ...arranged(context, magnitude!));
    const [above] = step("above", "elementwise", [placed, scalar], { function: "max" });
    add("activation", [above], { function: "log" });
  },
});

/** The real or imaginary parts of all frames, [batch, channels, frequencies, frames]. */
function convolved({ layer: { config }, inputs: [x], weight, step }: TfjsLayerContext, name: "real" | "imag"): Operand {
  check(x?.rank === 3, () => `takes 3 dimensions (batch, samples and channels), not ${x?.rank}`);
  const layout = layoutOf(config);
  const last = layout === "channels-last";
  const [samples] = spatialOf(x.shape, layout) as readonly [number];
  const channels = last ? x.shape[2]! : x.shape[1]!;
  const length = config.at("frame_length").integer(256);
  const frequencies = Math.floor(config.at("fft_length").integer(length) / 2) + 1;
  const window = { kernel: [length], strides: [config.at("frame_step").integer(Math.floor(length / 2))], dilations: [1] };
  const [ordered] = last ? step(`${name}-channels`, "transpose", [x], { permutation: [0, 2, 1] }) : [x];
  const batch = product([x.shape[0]!, channels]);
  const [signals] = step(`${name}-signals`, "reshape", [ordered], { shape: last ? [batch, samples, 1] : [batch, 1, samples] });
  const weights = [weight(`${name}_kernel`, [length, 1, frequencies])];
  const pads = windowPads(config.at("padding"), [samples], window);
  const [waves] = step(name, "conv", [signals], { ...window, filters: frequencies, pads, layout }, { weights });
  const [placed] = last ? step(`${name}-frequencies`, "transpose", [waves], { permutation: [0, 2, 1] }) : [waves];
  return step(`${name}-parts`, "reshape", [placed], { shape: [x.shape[0]!, channels, frequencies, placed!.shape[2]!] })[0]!;
}

/** Power of one side of the spectrum, and that of the frequencies which stand on both sides, again. */
function bothSides({ step }: TfjsLayerContext, power: Operand): Operand {
  const sizes = power.shape.with(2, Math.max(0, power.shape[2]! - 2));
  const [inner] = step("inner", "slice", [power], { starts: [0, 0, Math.min(1, sizes[2]!), 0], sizes });
  const [padded] = step("padded", "pad", [inner], { pads: [0, 0, 1, 0, 0, 0, 1, 0] });
  return step("density", "elementwise", [power, padded], { function: "add" })[0]!;
}

/** The layer, not added yet, that brings [batch, channels, frequencies, frames] into the order and shape that are asked for. */
function arranged(
  { layer: { config }, step }: TfjsLayerContext,
  x: Operand,
): readonly [type: string, inputs: readonly Operand[], attributes: Readonly<Record<string, unknown>>] {
  const last = layoutOf(config) === "channels-last";
  if (config.at("expand_dims").flag(false)) return ["transpose", [x], { permutation: last ? [0, 3, 2, 1] : [0, 1, 3, 2] }];
  const [batch, channels, frequencies, frames] = x.shape as readonly [number, number, number, number];
  const shape = [batch, product([channels, frequencies]), frames];
  if (!last) return ["reshape", [x], { shape }];
  return ["transpose", step("joined", "reshape", [x], { shape }), { permutation: [0, 2, 1] }];
}
