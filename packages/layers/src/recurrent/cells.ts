import { addWork, check, scaleWork, type Work } from "@modelgauge/core";
import { z } from "zod";
import { ACTIVATION_FUNCTIONS } from "../activation/functions.ts";

/** What one step of a recurrence computes. */
export type CellName = "lstm" | "gru" | "rnn";

/** A recurrent cell. */
export interface Cell {
  readonly gates: number;
  /** What one step does per hidden element, beside its products, biases and functions. */
  readonly step: Work;
  /** The functions by default, and how often one step applies each. */
  readonly functions: readonly { readonly name: string; readonly times: number }[];
}

/** The cells by name. */
export const CELLS: Readonly<Record<CellName, Cell>> = {
  /** i, f, o = σ(…); g = tanh(…); c = f·c + i·g; h = o·tanh(c). */
  lstm: {
    gates: 4,
    step: { multiply: 3, add: 1 },
    functions: [
      { name: "sigmoid", times: 3 },
      { name: "tanh", times: 1 },
      { name: "tanh", times: 1 },
    ],
  },
  /** z, r = σ(…); n = tanh(… r·h …); h = (1 − z)·n + z·h. */
  gru: {
    gates: 3,
    step: { multiply: 3, add: 2 },
    functions: [
      { name: "sigmoid", times: 2 },
      { name: "tanh", times: 1 },
    ],
  },
  /** h = tanh(…). */
  rnn: { gates: 1, step: {}, functions: [{ name: "tanh", times: 1 }] },
};

/** The attribute `activations`. */
export const cellActivations: z.ZodOptional<z.ZodArray<z.ZodEnum<Record<string, string>>>> = z
  .array(z.enum([...Object.keys(ACTIVATION_FUNCTIONS), "identity"]))
  .optional()
  .describe(
    "functions of the gates, the candidate (`lstm`, `gru`) and the cell (`lstm`), for one direction or for each; sigmoid and tanh where left out",
  );

/**
 * What one step does per hidden element, in all directions together, beside products and biases.
 *
 * @throws ModelGaugeError `invalid-layer` when there are more or fewer functions than the cell has
 */
export function stepWork(cell: CellName, activations: readonly string[] | undefined, directions: 1 | 2): Work {
  const { step, functions } = CELLS[cell];
  const given = activations?.length ?? 0;
  check(
    [0, functions.length, functions.length * directions].includes(given),
    () => `${cell} has ${functions.length} activations, not ${given}`,
  );
  const works = Array.from({ length: directions }, (_, direction) =>
    functions.map(({ name, times }, place) => {
      const chosen = given === 0 ? name : activations![(direction * functions.length + place) % given]!;
      return scaleWork(ACTIVATION_FUNCTIONS[chosen]?.work ?? {}, times);
    }),
  );
  return addWork(scaleWork(step, directions), ...works.flat());
}
