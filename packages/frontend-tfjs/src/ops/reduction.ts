import { unknownValues } from "../graph/known-values.ts";
import { defineTfjsOp, defineTfjsOps, type TfjsOp } from "../op-translator.ts";

/** Operations that combine the elements along axes. */
export const reductionOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { Sum: "sum", Mean: "mean", Max: "max", Min: "min", Prod: "prod", All: "all", Any: "any", EuclideanNorm: "l2" },
  inputs: { input: "tensor", axis: "setting" },
  translate({ node, inputs: { input, axis }, add, undescribed }, name) {
    if (axis.numbers === undefined) return undescribed(unknownValues(axis));
    add("reduce", [input], { function: name, axes: axis.numbers, keepDims: node.flag("keep_dims", false) });
  },
});

/** Where along an axis the greatest or least element stands. */
export const argReductionOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { ArgMax: "max", ArgMin: "min" },
  inputs: { input: "tensor", dimension: "setting" },
  translate({ inputs: { input, dimension }, add, undescribed }, name) {
    if (dimension.number === undefined) return undescribed(unknownValues(dimension));
    add("arg-reduce", [input], { function: name, axis: dimension.number, dtype: "int32" });
  },
});

/** Running sums and products. */
export const cumulativeOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { Cumsum: "sum", Cumprod: "prod" },
  inputs: { x: "tensor", axis: "setting" },
  translate({ node, inputs: { x, axis }, add }, name) {
    // Whichever axis it is, the shape stays, and the work nearly so.
    const attributes = {
      function: name,
      axis: axis.number ?? 0,
      exclusive: node.flag("exclusive", false),
      reverse: node.flag("reverse", false),
    };
    add("cumulative", [x], attributes, { status: axis.number === undefined ? "estimate" : "exact" });
  },
});

/** Bincount of all elements, DenseBincount of a vector or of rows. */
export const bincountOps: readonly TfjsOp[] = defineTfjsOps({
  ops: { Bincount: "all", DenseBincount: "rows" },
  inputs: { input: "tensor", size: "setting", weights: "tensor" },
  translate({ inputs: { input, size, weights }, step, add, undescribed }, over) {
    if (size.number === undefined) return undescribed(unknownValues(size));
    const flat = over === "all" && input.rank !== 1;
    const [x] = flat ? step("flat", "reshape", [input], { shape: [-1] }) : [input];
    const isWeighted = !weights.shape.includes(0);
    const [factors] = !isWeighted ? [undefined] : flat ? step("flat-weights", "reshape", [weights], { shape: [-1] }) : [weights];
    add("bincount", [x, factors], { bins: size.number });
  },
});

/** TopKV2: the greatest elements along the last axis, and their indices. */
export const topKOp: TfjsOp = defineTfjsOp({
  op: "TopKV2",
  inputs: { input: "tensor", k: "setting" },
  outputs: ["values", "indices"],
  translate({ inputs: { input, k }, add, undescribed }) {
    if (k.number === undefined) return undescribed(unknownValues(k));
    add("top-k", [input], { k: k.number, dtype: "int32" }, { outputs: [0, 1] });
  },
});
