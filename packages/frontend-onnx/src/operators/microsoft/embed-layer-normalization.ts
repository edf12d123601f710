import type { Operand } from "@modelgauge/core";
import { defineOnnxOperator, type OnnxContext, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/**
 * com.microsoft EmbedLayerNormalization: layer normalisation of the sum of word, position and segment embeddings; and how many words of
 * each sample the mask leaves.
 */
export const embedLayerNormalizationOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "EmbedLayerNormalization",
  inputs: {
    words: "tensor",
    segments: "tensor?",
    wordTable: "weight",
    positionTable: "weight",
    segmentTable: "weight?",
    gamma: "weight",
    beta: "bias",
    mask: "tensor?",
    positions: "tensor?",
  },
  translate: (context) => {
    const { words, segments, wordTable, positionTable, segmentTable, mask, positions } = context.inputs;
    const { step } = context;
    const look = (name: string, table: Operand, indices: Operand): Operand =>
      step(name, "gather", [table, indices], {}, { weights: [] })[0]!;
    const summands = [look("word", wordTable, words), positionRows(context, positionTable, words, positions)];
    if (segments !== undefined && segmentTable !== undefined) summands.push(look("segment", segmentTable, segments));
    const [sum] = step("sum", "elementwise", summands, { function: "add" }, { outputs: [2], weights: [] });
    countWords(context, words, mask);
    context.add("layer-norm", [sum], { axes: [-1] }, { outputs: [0] });
  },
});

/**
 * com.microsoft QEmbedLayerNormalization: EmbedLayerNormalization of 8-bit tables, of which the rows that are looked up are dequantised,
 * and 8-bit scale and shift.
 */
export const qEmbedLayerNormalizationOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "QEmbedLayerNormalization",
  inputs: {
    words: "tensor",
    segments: "tensor?",
    wordTable: "weight",
    positionTable: "weight",
    segmentTable: "weight?",
    gamma: "weight",
    beta: "bias",
    mask: "tensor?",
    wordScale: "setting",
    positionScale: "setting",
    segmentScale: "setting?",
    gammaScale: "setting",
    betaScale: "setting",
    wordZeroPoint: "setting",
    positionZeroPoint: "setting",
    segmentZeroPoint: "setting?",
    gammaZeroPoint: "setting",
    betaZeroPoint: "setting",
  },
  translate: (context) => {
    const { inputs, step } = context;
    const { words, segments, wordTable, positionTable, segmentTable, mask } = inputs;
    const dequantized = (name: string, rows: Operand, scale: Operand, zeroPoint: Operand | undefined): Operand =>
      step(`${name}-dequantize`, "dequantize", [rows, scale, zeroPoint], {}, { weights: [] })[0]!;
    const look = (name: string, table: Operand, indices: Operand): Operand =>
      step(name, "gather", [table, indices], {}, { weights: [] })[0]!;
    const summands = [
      dequantized("word", look("word", wordTable, words), inputs.wordScale, inputs.wordZeroPoint),
      dequantized("position", positionRows(context, positionTable, words, undefined), inputs.positionScale, inputs.positionZeroPoint),
    ];
    if (segments !== undefined && segmentTable !== undefined && inputs.segmentScale !== undefined) {
      summands.push(dequantized("segment", look("segment", segmentTable, segments), inputs.segmentScale, inputs.segmentZeroPoint));
    }
    const [sum] = step("sum", "elementwise", summands, { function: "add" }, { weights: [] });
    countWords(context, words, mask);
    context.add("layer-norm", [sum], { axes: [-1] }, { outputs: [0] });
  },
});

/** Rows of the table of positions: those that are named, else the first, as many as there are words. */
function positionRows({ step }: OnnxContext, table: Operand, words: Operand, positions: Operand | undefined): Operand {
  if (positions !== undefined) return step("position", "gather", [table, positions], {}, { weights: [] })[0]!;
  return step("position", "slice", [table], { starts: [0, 0], sizes: [words.shape[1], table.shape[1]] }, { weights: [] })[0]!;
}

/** Gives out how many words of each sample count: as many as the mask has ones; without a mask none, as the operator has it. */
function countWords({ node, step }: OnnxContext, words: Operand, mask: Operand | undefined): void {
  if (!node.hasOutput(1)) return;
  const options = { outputs: [1], weights: [] };
  if (mask === undefined) step("count", "constant-fill", [], { shape: [words.shape[0]], dtype: words.dtype }, options);
  else step("count", "reduce", [mask], { function: "sum", axes: [1] }, options);
}
