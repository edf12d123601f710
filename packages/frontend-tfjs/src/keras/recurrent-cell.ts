import type { Shape, Status, Tensor } from "@modelgauge/core";
import type { JsonValue } from "../json/json-value.ts";
import type { TfjsLayerContext } from "../layer-translator.ts";
import { activationLayer, activationName } from "./fused-activation.ts";

/** What one step of a recurrent layer computes. */
export type CellKind = "lstm" | "gru" | "rnn";

/** Kinds by the classes of layers and of their cells. */
export const CELL_KINDS: Readonly<Record<string, CellKind>> = {
  LSTM: "lstm",
  LSTMCell: "lstm",
  GRU: "gru",
  GRUCell: "gru",
  SimpleRNN: "rnn",
  SimpleRNNCell: "rnn",
};

/** Matrices side by side in a cell's kernels. */
const GATES: Readonly<Record<CellKind, number>> = { lstm: 4, gru: 3, rnn: 1 };

/** A recurrent cell, in the words of the layer types. */
export interface RecurrentCell {
  readonly kind: CellKind;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly weights: readonly Tensor[];
  /** An estimate where a gate's function is not known. */
  readonly status: Status;
}

/**
 * Reads the configuration of an LSTM, GRU or simple cell, and takes its weights.
 *
 * @param features what one step of the input holds
 * @param under the cell's name, where it is not the layer itself
 */
export function recurrentCell(
  { weight }: TfjsLayerContext,
  kind: CellKind,
  config: JsonValue,
  features: number,
  under: string | undefined,
): RecurrentCell {
  const units = config.at("units").integer();
  const width = GATES[kind] * units;
  const separate = kind === "gru" && config.at("reset_after").flag(false);
  const biases = config.at("use_bias").flag(true) ? (separate ? 2 : 1) : 0;
  const biasShape: Shape = separate ? [2, width] : [width];
  const at = under === undefined ? {} : { under };
  const functions = gateFunctions(kind, config);
  return {
    kind,
    attributes: { cell: kind, units, biases, ...(functions && { activations: functions }) },
    weights: [
      weight("kernel", [features, width], at),
      weight("recurrent_kernel", [units, width], at),
      ...(biases > 0 ? [weight("bias", biasShape, { ...at, role: "bias" })] : []),
    ],
    status: functions === undefined ? "estimate" : "exact",
  };
}

/** The functions of the gates, of the candidate and of the cell; undefined where one is no function of single elements. */
export function gateFunctions(kind: CellKind, config: JsonValue): readonly string[] | undefined {
  const activation = functionOf(config.at("activation"), "tanh");
  if (activation !== undefined && kind === "rnn") return [activation];
  const recurrent = functionOf(config.at("recurrent_activation"), "hard-sigmoid");
  if (activation === undefined || recurrent === undefined) return undefined;
  return kind === "gru" ? [recurrent, activation] : [recurrent, activation, activation];
}

function functionOf(value: JsonValue, fallback: string): string | undefined {
  if (!value.isPresent) return fallback;
  const name = activationName(value);
  if (name === "linear") return "identity";
  const layer = activationLayer(name);
  return layer?.type === "activation" ? (layer.attributes?.["function"] as string) : undefined;
}
