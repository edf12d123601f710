import { defineOnnxOperator, type OnnxOperator } from "../../operator.ts";
import { MICROSOFT } from "./domain.ts";

/** SciPy's names of distances → those of the layer type `pairwise-distance`. */
const METRICS: Readonly<Record<string, string>> = {
  euclidean: "euclidean",
  sqeuclidean: "squared-euclidean",
  cityblock: "city-block",
  chebyshev: "chebyshev",
};

/** com.microsoft CDist: distances between all rows of two matrices. */
export const cDistOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "CDist",
  inputs: { a: "tensor", b: "tensor" },
  translate: ({ node, inputs: { a, b }, add, undescribed }) => {
    const metric = node.string("metric") ?? "sqeuclidean";
    const known = METRICS[metric];
    if (known !== undefined) return add("pairwise-distance", [a, b], { metric: known });
    const outputs = [{ dtype: a.dtype, shape: [a.shape[0] ?? 0, b.shape[0] ?? 0] }];
    undescribed(`the distance "${metric.slice(0, 80)}" is not described`, { outputs });
  },
});

/** com.microsoft Inverse: inverse matrices. */
export const inverseOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "Inverse",
  inputs: { x: "tensor" },
  translate: ({ inputs: { x }, add }) => add("inverse", [x]),
});

/** com.microsoft MurmurHash3: a 32-bit hash of each element. */
export const murmurHash3Operator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "MurmurHash3",
  inputs: { x: "tensor" },
  translate: ({ node, inputs: { x }, add }) => add("hash", [x], { dtype: (node.flag("positive") ?? true) ? "uint32" : "int32" }),
});

/** com.microsoft IsAllFinite: whether all elements of all inputs are finite. */
export const isAllFiniteOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "IsAllFinite",
  inputs: { inputs: "tensors" },
  translate: ({ inputs: { inputs }, step, add }) => {
    const each = inputs.map((x, index) => {
      const [finite] = step(`finite-${index}`, "activation", [x], { function: "is-finite" }, { weights: [] });
      return step(`all-${index}`, "reduce", [finite], { function: "all" }, { weights: [] })[0];
    });
    add("elementwise", each, { function: "and" });
  },
});

/** com.microsoft DynamicTimeWarping: the cheapest way through a matrix of costs; how long it is depends on them. */
export const dynamicTimeWarpingOperator: OnnxOperator = defineOnnxOperator({
  domain: MICROSOFT,
  operator: "DynamicTimeWarping",
  inputs: { cost: "tensor" },
  translate: ({ inputs: { cost }, add }) => add("time-warping", [cost]),
});
