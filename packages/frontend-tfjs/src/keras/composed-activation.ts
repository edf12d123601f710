import { check, type Operand, resolveAxis } from "@modelgauge/core";
import type { TfjsLayerContext } from "../layer-translator.ts";

/** Adds a gated linear unit (Dauphin et al., 2017): the first half along an axis times the sigmoid of the second. */
export function addGatedLinearUnit({ step, add }: TfjsLayerContext, x: Operand, axis: number): void {
  const along = resolveAxis(axis, x.rank);
  const half = x.shape[along]! / 2;
  check(Number.isInteger(half), () => `axis ${along}, of size ${x.shape[along]}, has no halves`);
  const [kept, gate] = step("halves", "split", [x], { axis: along, sizes: [half, half] }, { count: 2 });
  const [open] = step("gate", "activation", [gate], { function: "sigmoid" });
  add("elementwise", [kept, open], { function: "mul" });
}

/**
 * Adds sparsemax (Martins and Astudillo, 2016) along an axis, as Keras computes it: elements are sorted and summed up to find how many
 * count, and with that the threshold that is subtracted.
 */
export function addSparsemax({ step, add, constant }: TfjsLayerContext, x: Operand, axis: number): void {
  const along = resolveAxis(axis, x.rank);
  const size = x.shape[along]!;
  const pair = (name: string, function_: string, a: Operand, b: Operand): Operand =>
    step(name, "elementwise", [a, b], { function: function_ })[0]!;
  const sum = (name: string, operand: Operand): Operand =>
    step(name, "reduce", [operand], { function: "sum", axes: [along], keepDims: true })[0]!;
  const scalar = constant(x.dtype, []);
  const [sorted] = step("sorted", "top-k", [x], { k: size, axis: along });
  const [sums] = step("sums", "cumulative", [sorted], { function: "sum", axis: along });
  const ranks = constant(
    x.dtype,
    x.shape.map((_, each) => (each === along ? size : 1)),
  );
  const means = pair("means", "div", pair("excess", "sub", sums!, scalar), ranks);
  const counted = pair("counted", "greater", pair("margins", "sub", sorted!, means), scalar);
  const [count] = step("as-number", "cast", [counted], { dtype: x.dtype });
  const [largest] = step("counted-sums", "where", [counted, sums, scalar]);
  const total = pair("total-excess", "sub", sum("total", largest!), scalar);
  const threshold = pair("threshold", "div", total, sum("count", count!));
  add("activation", [pair("above", "sub", x, threshold)], { function: "relu" });
}
