import { JsonValue } from "../json/json-value.ts";

/** What Keras 1 called arguments. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  output_dim: "units",
  bias: "use_bias",
  nb_filter: "filters",
  filter_length: "kernel_size",
  subsample: "strides",
  subsample_length: "strides",
  border_mode: "padding",
  atrous_rate: "dilation_rate",
  pool_length: "pool_size",
  stride: "strides",
  length: "size",
  p: "rate",
  sigma: "stddev",
  inner_activation: "recurrent_activation",
  concat_axis: "axis",
  dot_axes: "axes",
};

/** What Keras 1 called classes. */
const CLASSES: Readonly<Record<string, string>> = {
  Convolution1D: "Conv1D",
  Convolution2D: "Conv2D",
  Convolution3D: "Conv3D",
  AtrousConvolution1D: "Conv1D",
  AtrousConvolution2D: "Conv2D",
  Deconvolution2D: "Conv2DTranspose",
  SeparableConvolution2D: "SeparableConv2D",
  TimeDistributedDense: "Dense",
};

/** What each mode of Keras 1's Merge became. */
const MERGES: Readonly<Record<string, string>> = {
  sum: "Add",
  mul: "Multiply",
  concat: "Concatenate",
  ave: "Average",
  max: "Maximum",
  dot: "Dot",
  cos: "Dot",
};

/** Arguments by which Keras 1 is told from its successors: no later class has one of them in the other's sense. */
const MARKS = [
  "nb_filter",
  "border_mode",
  "subsample_length",
  "dim_ordering",
  "inner_activation",
  "pool_length",
  "consume_less",
  "init",
  "p",
  "sigma",
];

/** A layer's class and configuration in the words of Keras 2 and 3. */
export function modernLayer(className: string, config: JsonValue): { readonly className: string; readonly config: JsonValue } {
  if (!config.isObject) return { className, config };
  const isOld =
    Object.hasOwn(CLASSES, className) || className === "Merge" || (MARKS.some((key) => config.has(key)) && !config.has("kernel_size"));
  if (!isOld) return { className, config };
  const renamed = new Map<string, unknown>(
    Object.entries(config.object()).map(([key, value]) => [isArgument(key, className) ? ARGUMENTS[key]! : key, value]),
  );
  const kernel = ["nb_row", "nb_col", "kernel_dim1", "kernel_dim2", "kernel_dim3"].filter((key) => renamed.has(key));
  if (kernel.length > 0)
    renamed.set(
      "kernel_size",
      kernel.map((key) => renamed.get(key)),
    );
  if (renamed.has("dim_ordering")) renamed.set("data_format", renamed.get("dim_ordering") === "th" ? "channels_first" : "channels_last");
  const mode = renamed.get("mode");
  if (className === "Merge" && mode === "cos") renamed.set("normalize", true);
  const merged = className === "Merge" && typeof mode === "string" && Object.hasOwn(MERGES, mode) ? MERGES[mode]! : className;
  return {
    className: Object.hasOwn(CLASSES, className) ? CLASSES[className]! : merged,
    config: new JsonValue(Object.fromEntries(renamed), config.path),
  };
}

/** Embedding's `output_dim` has kept its name. */
function isArgument(key: string, className: string): boolean {
  return Object.hasOwn(ARGUMENTS, key) && !(className === "Embedding" && key === "output_dim");
}
