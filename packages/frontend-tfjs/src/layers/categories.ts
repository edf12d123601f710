import { check, type DType, isFloat, type Operand } from "@modelgauge/core";
import { encodingOf } from "../keras/category-encoding.ts";
import { dtypeOfPolicy } from "../keras/dtype-policy.ts";
import { defineTfjsLayer, defineTfjsLayers, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";

/** Keras Discretization: between which of some bounds each number lies. https://keras.io/api/layers/preprocessing_layers/numerical/discretization/ */
export const discretizationLayer: TfjsLayer = defineTfjsLayer({
  className: "Discretization",
  translate(context) {
    const { layer, inputs, constant } = context;
    const [x] = inputs;
    check(x !== undefined, "takes one input");
    const bounds = layer.config.has("bin_boundaries")
      ? layer.config.at("bin_boundaries").items().length
      : layer.config.at("num_bins").integer() - 1;
    const real = isFloat(x.dtype) ? x : context.step("as-number", "cast", [x], { dtype: "float32" })[0]!;
    const search = ["search-sorted", [constant(real.dtype, [bounds]), real], { dtype: "int32" }] as const;
    if (modeOf(context) === "int") return context.add(...search);
    addEncoded(context, context.step("bins", ...search)[0]!, bounds + 1);
  },
});

/** Keras Hashing: a number of bins by the hash of each element. https://keras.io/api/layers/preprocessing_layers/categorical/hashing/ */
export const hashingLayer: TfjsLayer = defineTfjsLayer({
  className: "Hashing",
  translate(context) {
    const { layer, inputs, step, add, constant } = context;
    const { config } = layer;
    const [x] = inputs;
    check(x !== undefined, "takes one input");
    const bins = config.at("num_bins").integer();
    const masked = config.has("mask_value") && bins > 1;
    const [hashed] = step("hash", "hash", [x], { dtype: "int64" });
    const scalar = constant("int64", []);
    let [bin] = step("bins", "elementwise", [hashed, scalar], { function: "mod" });
    if (masked) {
      const [hidden] = step("hidden", "elementwise", [x, constant(x.dtype, [])], { function: "equal" });
      const [next] = step("next", "elementwise", [bin, scalar], { function: "add" });
      [bin] = step("masked", "where", [hidden, scalar, next]);
    }
    if (modeOf(context) === "int") return add("cast", [bin], { dtype: integerOf(context) });
    addEncoded(context, bin!, bins);
  },
});

/**
 * Keras StringLookup and IntegerLookup: a number for each entry of a vocabulary, or the reverse; what is not in it has one or more
 * numbers of its own. https://keras.io/api/layers/preprocessing_layers/categorical/string_lookup/
 */
export const lookupLayers: readonly TfjsLayer[] = defineTfjsLayers<DType>({
  classes: { StringLookup: "string", IntegerLookup: "int64" },
  translate(context, entries) {
    const { layer, inputs, step, add, constant, undescribed } = context;
    const { config } = layer;
    const [x] = inputs;
    check(x !== undefined, "takes one input");
    if (config.at("invert").flag(false)) return add("lookup-table", [x], { dtype: entries });
    const unknown = config.at("num_oov_indices").integer(1);
    const masked = config.has("mask_token");
    const asNumbers = modeOf(context) === "int";
    const table = ["lookup-table", [x], { dtype: "int64" }] as const;
    if (asNumbers && unknown <= 1 && !masked) return add(...table);
    let [token] = step("found", ...table);
    const scalar = constant("int64", []);
    if (masked) {
      const [hidden] = step("hidden", "elementwise", [x, constant(x.dtype, [])], { function: "equal" });
      [token] = step("masked", "where", [hidden, scalar, token]);
    }
    if (unknown > 1) {
      const [hashed] = step("hash", "hash", [x], { dtype: "int64" });
      const [bin] = step("bins", "elementwise", [hashed, scalar], { function: "mod" });
      const [missing] = step("missing", "elementwise", [token, scalar], { function: "equal" });
      [token] = step("tokens", "where", [missing, bin, token]);
    }
    if (asNumbers) return add("identity", [token]);
    const size = vocabularySize(context, unknown + (masked ? 1 : 0));
    if (size === undefined) return undescribed("the size of its vocabulary is not in the file");
    addEncoded(context, token!, size);
  },
});

function modeOf({ layer: { config } }: TfjsLayerContext): string {
  return config.at("output_mode").text("int");
}

/** Adds the encoding of categories as vectors; of `tf_idf`, counts times a weight for each category. */
function addEncoded(context: TfjsLayerContext, indices: Operand, depth: number): void {
  const mode = modeOf(context);
  const told = dtypeOfPolicy(context.layer.config.at("dtype"));
  const dtype = isFloat(told) ? told : "float32";
  if (mode !== "tf_idf") return context.add(...encodingOf(context, indices, { mode, depth, dtype }));
  const [counts] = context.step("counts-as-numbers", ...encodingOf(context, indices, { mode: "count", depth, dtype }));
  context.add("elementwise", [counts, context.constant(dtype, [depth])], { function: "mul" });
}

function integerOf({ layer: { config } }: TfjsLayerContext): DType {
  return config.has("dtype") ? dtypeOfPolicy(config.at("dtype")) : "int64";
}

/** @param further numbers that stand for no entry */
function vocabularySize({ layer: { config } }: TfjsLayerContext, further: number): number | undefined {
  if (config.at("pad_to_max_tokens").flag(false)) return config.at("max_tokens").integer();
  if (config.has("vocabulary_size")) return config.at("vocabulary_size").integer();
  const vocabulary = config.at("vocabulary");
  return vocabulary.isList ? vocabulary.items().length + further : undefined;
}
