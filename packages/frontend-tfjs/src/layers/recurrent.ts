import { check, type Operand } from "@modelgauge/core";
import { CELL_KINDS, recurrentCell } from "../keras/recurrent-cell.ts";
import type { JsonValue } from "../json/json-value.ts";
import { defineTfjsLayer, defineTfjsLayers, type TfjsLayer, type TfjsLayerContext } from "../layer-translator.ts";
import { convRecurrentLayer } from "./conv-recurrent.ts";

/** Keras LSTM, GRU, SimpleRNN. https://keras.io/api/layers/recurrent_layers/ */
export const recurrentLayers: readonly TfjsLayer[] = defineTfjsLayers({
  classes: { LSTM: "LSTMCell", GRU: "GRUCell", SimpleRNN: "SimpleRNNCell" },
  translate: (context, className) => translateCells(context, [{ className, config: context.layer.config, name: undefined }]),
});

/** Keras RNN: any cell, or cells on top of one another, step by step. */
export const rnnLayer: TfjsLayer = defineTfjsLayer({
  className: "RNN",
  translate(context) {
    const cells = cellsOf(context.layer.config);
    const unknown = cells.find(({ className }) => !Object.hasOwn(CELL_KINDS, className));
    if (cells.length === 1 && unknown?.className === "ConvLSTM2DCell") return convRecurrentLayer(context, 2, unknown.config, unknown.name);
    if (unknown !== undefined) return context.undescribed(`the recurrent cell ${unknown.className} is not known`);
    translateCells(context, cells);
  },
});

/** A cell as the file tells it. */
interface CellSource {
  readonly className: string;
  readonly config: JsonValue;
  /** Undefined where the layer itself is the cell. */
  readonly name: string | undefined;
}

/** The cells of an RNN, innermost first: `cell`, whose class may be a stack of others, or, as Keras 1 to 3 accept it, a list. */
function cellsOf(config: JsonValue): readonly CellSource[] {
  const sources = config.at("cell").isPresent ? [config.at("cell")] : config.at("cells").items();
  return sources.flatMap((cell): readonly CellSource[] => {
    const className = cell.at("class_name").text().split(">").at(-1)!;
    const inner = cell.at("config");
    if (className === "StackedRNNCells") return cellsOf(inner);
    return [{ className, config: inner, name: inner.at("name").text(className) }];
  });
}

/**
 * Cells on top of one another are layers on top of one another: each reads all steps of the one below. Final states are given out in
 * TensorFlow.js' order, the topmost cell's first.
 */
function translateCells(context: TfjsLayerContext, sources: readonly CellSource[]): void {
  const { config } = context.layer;
  const [x, ...further] = context.inputs;
  check(x !== undefined, "takes an input");
  check(sources.length > 0, "has no cells");
  check(x.rank === 3, () => `takes a sequence of 3 dimensions (batch, steps, features), not ${x.rank}`);
  const layout = config.at("time_major").flag(false) ? "time-first" : "batch-first";
  const returns = config.at("return_sequences").flag(false) ? "sequence" : "last";
  const returnsState = config.at("return_state").flag(false);
  const given = context.named.get("initial_state") ?? further;
  const stateCounts = sources.map(({ className }) => (CELL_KINDS[className] === "lstm" ? 2 : 1));
  let below: Operand = x;
  sources.forEach(({ className, config: own, name }, index) => {
    const kind = CELL_KINDS[className]!;
    const cell = recurrentCell(context, kind, own, below.shape.at(-1)!, name);
    // States of the cells above come before this cell's.
    const before = stateCounts.slice(index + 1).reduce((sum, count) => sum + count, 0);
    const [hidden, carried] = given.slice(before, before + stateCounts[index]!);
    const last = index === sources.length - 1;
    const attributes = { ...cell.attributes, layout, merge: "concat", returns: last ? returns : "sequence" };
    const states = returnsState ? Array.from({ length: stateCounts[index]! }, (_, state) => 1 + before + state) : [];
    const inputs = [below, undefined, hidden, kind === "lstm" ? carried : undefined];
    const options = { weights: cell.weights, status: cell.status };
    if (last) return context.add("recurrent", inputs, attributes, { ...options, outputs: [0, ...states] });
    const [sequence] = context.step(name ?? className, "recurrent", inputs, attributes, { ...options, outputs: [undefined, ...states] });
    below = sequence!;
  });
}
