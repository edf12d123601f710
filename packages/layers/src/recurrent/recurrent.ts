import { addWork, check, defineLayerType, type LayerType, scaleWork, type Shape, type WeightType, type Work } from "@modelgauge/core";
import { z } from "zod";
import { productDtype, rescaling } from "../product/product-dtype.ts";
import { wholeFrom } from "../whole-number.ts";
import { cellActivations, type CellName, CELLS, stepWork } from "./cells.ts";

/**
 * Recurrent layer: LSTM (Hochreiter and Schmidhuber, 1997), GRU (Cho et al., 2014) or a simple recurrence, in one direction or two.
 *
 * x: [T, B, I], or [B, T, I] with layout "batch-first". Output 0: all steps or the last; then the final states: hidden, and the cell's
 * for `lstm`. With merge "stack": all steps [T, D, B, H] (batch-first [B, T, D, H]), last step and states [D, B, H] (batch-first
 * [B, D, H]). With merge "concat": […, D × H], and with "sum", "multiply", "average" […, H]: all steps [T, B, …] (batch-first
 * [B, T, …]), last step [B, …], and the states of each direction [B, H], one after the other.
 * Work: T × B × D × gates × H × (I + H) MACs, steps beyond a sequence's length included; per step and hidden element, the gates'
 * functions and products; per gate, an add for each of the `biases` vectors; three multiplications and adds for peepholes. A projection
 * to P outputs adds T × B × D × H × P MACs and makes the recurrence P wide. To merge directions, an operation for each element given
 * out, for the average another. Of quantised products, what scales the sums of each gate back.
 */
export const recurrent: LayerType = defineLayerType({
  type: "recurrent",
  attributes: z.strictObject({
    cell: z.enum(["lstm", "gru", "rnn"]).describe("what one step computes"),
    units: wholeFrom(0).describe("hidden size"),
    directions: z
      .union([z.literal(1), z.literal(2)])
      .default(1)
      .describe("2 where the sequence is read in both directions"),
    layout: z.enum(["time-first", "batch-first"]).default("time-first").describe("whether steps or samples are outermost"),
    merge: z.enum(["stack", "concat", "sum", "multiply", "average"]).default("stack").describe("how directions come together"),
    returns: z.enum(["sequence", "last"]).default("sequence").describe("whether all steps are given out, or the last"),
    activations: cellActivations,
    biases: z
      .union([z.literal(0), z.literal(1), z.literal(2)])
      .default(1)
      .describe("bias vectors of each gate: none, one, or one each for input and recurrence"),
    peepholes: z.boolean().default(false).describe("whether the gates of an LSTM see its cell"),
    projection: wholeFrom(1).optional().describe("size that the hidden state of an LSTM is projected to"),
    dtype: productDtype,
  }),
  inputs: { x: "tensor", sequenceLengths: "tensor?", initialState: "tensor?", initialCell: "tensor?" },

  weights: ({ cell, units, directions, biases, peepholes, projection }, { x }) => {
    const rows = CELLS[cell].gates * units;
    const outputs = projection ?? units;
    const weights: Record<string, WeightType | false> = {};
    for (const direction of directions === 1 ? [""] : ["forward", "backward"]) {
      const named = (name: string): string => (direction === "" ? name : `${direction}${name[0]!.toUpperCase()}${name.slice(1)}`);
      weights[named("weight")] = [rows, x.shape.at(-1) ?? 0];
      weights[named("recurrentWeight")] = [rows, outputs];
      weights[named("bias")] = biases > 0 && { shape: [biases * rows], role: "bias" };
      weights[named("peephole")] = peepholes && [3 * units];
      weights[named("projection")] = projection !== undefined && [projection, units];
    }
    return weights;
  },

  describe({ attributes, inputs: { x } }) {
    const { cell, units, directions, layout, activations, biases, peepholes, projection, dtype = x.dtype } = attributes;
    check(x.shape.length === 3, () => `a sequence has 3 dimensions (steps, batch, features), not ${x.shape.length}`);
    check(cell === "lstm" || !peepholes, () => `${cell} has no peepholes`);
    check(cell === "lstm" || projection === undefined, () => `${cell} has no projection`);
    const [steps, batch] = (layout === "time-first" ? x.shape : [x.shape[1], x.shape[0]]) as [number, number];
    const outputs = projection ?? units;
    const { gates } = CELLS[cell];
    const products = addWork(
      { mac: gates * (x.shape[2]! + outputs) + (projection ?? 0), ...(biases > 0 && { add: gates * biases }) },
      peepholes ? { multiply: 3, add: 3 } : {},
    );
    const perElement = addWork(scaleWork(products, directions), stepWork(cell, activations, directions));
    const givenOut = (attributes.returns === "sequence" ? steps : 1) * batch * outputs;
    return {
      outputs: outputShapes(attributes, steps, batch, outputs).map((shape) => ({ dtype, shape })),
      work: addWork(
        scaleWork(perElement, steps * batch * units),
        rescaling(x.dtype, dtype, steps * batch * units * gates * directions),
        directions === 2 ? scaleWork(MERGING[attributes.merge], givenOut) : {},
      ),
    };
  },
});

type Merge = "stack" | "concat" | "sum" | "multiply" | "average";

/** Work per element of merging two directions. */
const MERGING: Readonly<Record<Merge, Work>> = {
  stack: {},
  concat: {},
  sum: { add: 1 },
  multiply: { multiply: 1 },
  average: { add: 1, divide: 1 },
};

interface RecurrentShape {
  readonly cell: CellName;
  readonly units: number;
  readonly directions: 1 | 2;
  readonly layout: "time-first" | "batch-first";
  readonly merge: Merge;
  readonly returns: "sequence" | "last";
}

function outputShapes(
  { cell, units, directions, layout, merge, returns }: RecurrentShape,
  steps: number,
  batch: number,
  outputs: number,
): readonly Shape[] {
  const batchFirst = layout === "batch-first";
  const states = cell === "lstm" ? [outputs, units] : [outputs];
  if (merge === "stack") {
    const state = (size: number): Shape => (batchFirst ? [batch, directions, size] : [directions, batch, size]);
    const sequence = batchFirst ? [batch, steps, directions, outputs] : [steps, directions, batch, outputs];
    return [returns === "sequence" ? sequence : state(outputs), ...states.map(state)];
  }
  const width = merge === "concat" ? directions * outputs : outputs;
  const sequence = batchFirst ? [batch, steps, width] : [steps, batch, width];
  const perDirection = states.map((size): Shape => [batch, size]);
  return [returns === "sequence" ? sequence : [batch, width], ...Array.from({ length: directions }, () => perDirection).flat()];
}
