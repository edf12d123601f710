import { addWork, check, defineLayerType, formatShape, type LayerType, product, scaleWork, type Work } from "@modelgauge/core";
import { z } from "zod";
import { wholeFrom } from "../whole-number.ts";
import { CELLS, stepWork } from "./cells.ts";

/**
 * LSTM that attends to a memory at each step (Bahdanau et al., "Neural machine translation by jointly learning to align and translate",
 * 2015), in one direction or two. The input of a step is joined by what attention left of the step before.
 *
 * x: [T, B, I]; memory: [B, M, depth]. Outputs: all steps [T, D, B, H], the last hidden states and the last cells, [D, B, H].
 * Work per direction: once B × M × depth × A MACs, of A = `attentionUnits`, for the keys of the memory; for each step and sample
 * 4 × H × (I + F + H) MACs of the cell, where F features are fed back; H × A for the query; for each place of the memory A adds and tanhs,
 * A MACs for its score, softmax, and depth MACs for the context; (H + depth) × F where a layer makes the features.
 */
export const attentionLstm: LayerType = defineLayerType({
  type: "attention-lstm",
  attributes: z.strictObject({
    units: wholeFrom(1).describe("hidden size"),
    attentionUnits: wholeFrom(1).describe("size of queries and keys"),
    outputUnits: wholeFrom(1).optional().describe("features that a layer makes of state and context; the context itself where left out"),
    directions: z
      .union([z.literal(1), z.literal(2)])
      .default(1)
      .describe("2 where the sequence is read in both directions"),
    biases: z
      .union([z.literal(0), z.literal(1), z.literal(2)])
      .default(1)
      .describe("bias vectors of each gate: none, one, or one each for input and recurrence"),
    peepholes: z.boolean().default(false).describe("whether the gates see the cell"),
  }),
  inputs: { x: "tensor", memory: "tensor" },

  describe({ attributes, inputs: { x, memory } }) {
    const { units, attentionUnits, outputUnits, directions, biases, peepholes } = attributes;
    check(x.shape.length === 3, () => `x is ${formatShape(x.shape)}, not steps × batch × features`);
    const [steps, batch, features] = x.shape as [number, number, number];
    check(
      memory.shape.length === 3 && memory.shape[0] === batch,
      () => `the memory is ${formatShape(memory.shape)}, not ${batch} × places × depth`,
    );
    const [, places, depth] = memory.shape as [number, number, number];
    const { gates } = CELLS.lstm;
    const cell: Work = addWork(
      { mac: gates * (features + (outputUnits ?? depth) + units), add: gates * biases },
      peepholes ? { multiply: 3, add: 3 } : {},
    );
    const place: Work = { add: attentionUnits + 2, tanh: attentionUnits, mac: attentionUnits + depth, compare: 1, exp: 1, divide: 1 };
    const perStep = addWork(
      scaleWork(cell, units * directions),
      scaleWork(stepWork("lstm", undefined, directions), units),
      scaleWork(place, places * directions),
      { mac: (units * attentionUnits + (outputUnits === undefined ? 0 : (units + depth) * outputUnits)) * directions },
    );
    const state = { dtype: x.dtype, shape: [directions, batch, units] };
    return {
      outputs: [{ dtype: x.dtype, shape: [steps, directions, batch, units] }, state, state],
      work: addWork(scaleWork(perStep, steps * batch), { mac: product([directions, batch, places, depth, attentionUnits]) }),
    };
  },
});
